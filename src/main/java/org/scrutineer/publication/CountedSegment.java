package org.scrutineer.publication;

import org.scrutineer.intake.Submission;
import org.scrutineer.records.Segment;

/** A file of accepted rows that a run's figures are made from, and the return it came from. */
record CountedSegment(Submission submission, Segment segment) {}
