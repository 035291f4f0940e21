/**
 * Journeys through the pages of the packaged program, with a real browser: compiled and run where Chromium is installed.
 * Each page is looked at by axe, and kept as a picture in {@code target/screenshots}.
 */
package org.scrutineer.browser;
