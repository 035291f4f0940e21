/**
 * Makes the sample returns in {@code input}: workbooks as teams send them, about invented children and staff, whose
 * rows give the figures that were published for December 2018 and December 2021.
 *
 * <p>A month is planned in tables ({@code December2018}), its rows are drawn from the plan by subject ({@code
 * FrontDoor}, {@code Safeguarding}, {@code Workforce}), and each team writes them down in its own way ({@code
 * HouseStyle}, {@code Habit}). The figures to expect come from the plan, never from a workbook.
 */
@NullMarked
package org.scrutineer.samples;

import org.jspecify.annotations.NullMarked;
