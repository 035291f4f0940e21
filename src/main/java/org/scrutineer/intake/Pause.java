package org.scrutineer.intake;

/** Lets some time pass between two looks at the drop folder, in which a file that is being copied grows. */
@FunctionalInterface
interface Pause {

    void betweenLooks();
}
