package org.scrutineer.commentary;

/**
 * Something in an explanation that its readers will ask about. It is advice: whoever wrote it may know better.
 *
 * @param rule by which it was found
 * @param column which of the texts it stands in, e.g. {@code why}
 * @param words as they stand there
 * @param expected what would raise no question, as a clause
 * @param remedy what to do, as a sentence
 */
public record Doubt(String rule, String column, String words, String expected, String remedy) {}
