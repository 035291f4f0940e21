package org.scrutineer.catalogue;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/** Says in plain words why a file is not YAML: the parser's own words speak of tokens and scalars. */
final class YamlMistake {

    private static final int SHOWN = 60;

    private YamlMistake() {}

    static void tell(YAMLException mistake, String file, String text, Problems problems) {
        if (mistake instanceof ReaderException unprintable) {
            int at = Math.min(unprintable.getPosition(), text.length());
            problems.add(
                    new Place(file, lineAt(text, at)),
                    String.format(Locale.ROOT, "character %04X", unprintable.getCodePoint()),
                    "text without control characters; delete it");
        } else if (mistake instanceof MarkedYAMLException marked) {
            String what = lower(marked.getContext()) + " / " + lower(marked.getProblem());
            boolean unclosedQuote = what.contains("quoted scalar") && what.contains("unexpected end");
            boolean unclosedKey = what.contains("could not find expected ':'");
            // An unclosed quote is met at the end of the file, a lacking colon on the next line: both are mended
            // before.
            Mark mark = (unclosedQuote || unclosedKey) && marked.getContextMark() != null
                    ? marked.getContextMark()
                    : marked.getProblemMark() != null ? marked.getProblemMark() : marked.getContextMark();
            int line = mark == null ? 1 : mark.getLine() + 1;
            String there = line(text, line);
            problems.add(
                    new Place(file, line),
                    there.isEmpty() ? null : there,
                    expected(what, marked.getContextMark(), line, there));
        } else {
            problems.add(
                    new Place(file, 1),
                    null,
                    "at most 50 repetitions with * and at most 30 levels of lists and keys inside each other");
        }
    }

    private static String expected(String what, @Nullable Mark begun, int line, String there) {
        String bracketLine = begun == null ? "" : " that begins on line " + (begun.getLine() + 1);
        if (what.contains("\\t(tab)")) {
            return "blanks at the beginning of the line, not tabs";
        }
        if (what.contains("quoted scalar") && what.contains("unexpected end")) {
            return "a closing quote for the one that opens here";
        }
        if (what.contains("quoted scalar") && what.contains("document separator")) {
            return "a closing quote for the one" + bracketLine.replace("begins", "opens");
        }
        if (what.contains("unknown escape")) {
            return "single quotes around a text with a backslash, or two backslashes";
        }
        if (what.contains("but got ?")) {
            return "quotes around a text with a question mark that stands in brackets";
        }
        if (what.contains("flow node")) {
            return "a closing bracket, ] or }, for each that opens";
        }
        if (what.contains("flow sequence")) {
            return "a comma between two items, or ] to close the list" + bracketLine;
        }
        if (what.contains("flow mapping")) {
            return "a comma between two keys, or } to close the brace" + bracketLine.replace("begins", "opens");
        }
        if (what.contains("mapping values are not allowed")) {
            return "a key in the same column as those above, a blank after each colon, and quotes around a text with a"
                    + " colon in it";
        }
        if (what.contains("sequence entries are not allowed")) {
            return "a line of its own for each item that begins with a hyphen";
        }
        if (what.contains("block node") && what.contains("node content")) {
            return "quotes around a text that begins with a bracket, a brace or a comma";
        }
        if (what.contains("could not find expected ':'")) {
            return there.startsWith("'") || there.startsWith("\"")
                    ? "a closing quote for the one that opens here"
                    : "a colon and a blank after each key";
        }
        if (what.contains("undefined alias")) {
            return "quotes around a text that begins with *";
        }
        if (what.contains("cannot start any token")) {
            return "quotes around a text that begins with a sign such as @, % or `";
        }
        if (what.contains("single document")) {
            return "one document in a file, without a further line of ---";
        }
        if (what.contains("directive") || what.contains("document start")) {
            return "quotes around a text that begins with %";
        }
        if (what.contains("anchor") || what.contains("alias")) {
            return "quotes around a text that begins with & or *";
        }
        if (what.contains("tag")) {
            return "quotes around a text that begins with !";
        }
        if (what.contains("block scalar")) {
            return "nothing after | or > on the same line, or quotes around a text that begins with one of them";
        }
        if (what.contains("block sequence")) {
            return "an item that begins with a hyphen in the same column as those above";
        }
        if (there.indexOf('"') >= 0 || there.indexOf('\'') >= 0) {
            return "quotes around the whole text, and lines that begin in the same column as those they belong with";
        }
        return "lines that begin in the same column as those they belong with";
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    private static int lineAt(String text, int position) {
        return (int) text.substring(0, position).chars().filter(c -> c == '\n').count() + 1;
    }

    private static String line(String text, int number) {
        String line = text.lines().skip(number - 1L).findFirst().orElse("").strip();
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN - 1) + "…";
    }
}
