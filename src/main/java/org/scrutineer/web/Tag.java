package org.scrutineer.web;

/**
 * A state in a word or two, as pages show it in a coloured box.
 *
 * @param words say all: the colour only helps to find them
 * @param colour one that GOV.UK Frontend has, e.g. {@code yellow}
 */
public record Tag(String words, String colour) {}
