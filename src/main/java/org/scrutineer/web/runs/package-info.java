/** Runs: what was run, what is at work, and starting, previewing and stopping them. */
@NullMarked
package org.scrutineer.web.runs;

import org.jspecify.annotations.NullMarked;
