/**
 * Measures the whole job against the least that reading its files can cost: inflating them and finding their tags.
 *
 * <p>{@code Benchmark} has the returns of a {@code WorkSet} written by a {@code ReturnFile} each, with a catalogue of
 * their own, then runs floor and job in turn as processes, checks that the job told the rows that were written, and only
 * then prints times. {@code PageTimes} measures the pages of {@code serve}. {@code src/docs/benchmarks.md} says how to run it and what it showed.
 */
@NullMarked
package org.scrutineer.benchmark;

import org.jspecify.annotations.NullMarked;
