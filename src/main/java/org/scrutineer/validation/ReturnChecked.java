package org.scrutineer.validation;

import org.scrutineer.intake.Verdict;

/** Told when a return has its verdict, for whoever shows progress. */
public record ReturnChecked(String fileName, Verdict verdict) {}
