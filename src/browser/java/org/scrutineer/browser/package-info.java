/**
 * Journeys through the pages of the packaged program, with a real browser: compiled and run where Chromium is installed. Each
 * page is looked at by axe, wide and narrow, in each state a journey comes to. With {@code -Dpictures=src/docs/pages} the
 * pictures of the main pages are made anew.
 */
package org.scrutineer.browser;
