/**
 * Who may sign in to the pages, by what, and as what: accounts with their second factors, the links they are made by, and
 * who is signed in at the moment.
 */
@ApplicationModule(allowedDependencies = {"audit"})
@NullMarked
package org.scrutineer.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
