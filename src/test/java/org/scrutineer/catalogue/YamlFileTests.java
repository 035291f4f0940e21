package org.scrutineer.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.catalogue.SmallCatalogue.aCatalogue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeType;

class YamlFileTests {

    private final Problems problems = new Problems();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NO",
                "yes",
                "On",
                "off",
                "y",
                "2018-12",
                "2018-12-31",
                "1:30",
                "0x1F",
                "0o17",
                "007",
                "1_000",
                "1e5",
                ".5",
                "+3",
                ".inf",
                "<<",
                "=",
                "None",
                "n/a",
                "12.50.1",
                "99999999999999999999"
            })
    void takesWhatIsNeitherANumberNorTrueNorFalseAsText(String written) {
        Entry entry = read("key: " + written + "\n").at("key").orElseThrow();

        assertThat(entry.written()).isEqualTo(written);
        assertThat(entry.json().isString()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"75, NUMBER", "-2.50, NUMBER", "0, NUMBER", "true, BOOLEAN", "False, BOOLEAN", "~, NULL", "null, NULL"})
    void takesPlainNumbersAndTrueFalseAndNullAsSuch(String written, JsonNodeType type) {
        assertThat(read("key: " + written + "\n").at("key").orElseThrow().json().getNodeType())
                .isEqualTo(type);
    }

    @Test
    void takesWhatIsInQuotesAsText() {
        assertThat(read("key: \"true\"\n").at("key").orElseThrow().json().isString())
                .isTrue();
        assertThat(read("key: '75'\n").at("key").orElseThrow().json().isString())
                .isTrue();
    }

    @Test
    void keepsTheLineOfEveryKeyAndValue() {
        Entry root = read("""
                # a comment
                list:

                  - one
                  - {two: 2}
                text: |
                  first
                  second
                """);

        assertThat(root.at("list").orElseThrow().place().line()).isEqualTo(2);
        assertThat(root.entries("list").stream().map(entry -> entry.place().line()))
                .containsExactly(4, 5);
        assertThat(root.at("text").orElseThrow().place().line()).isEqualTo(6);
        assertThat(root.at("text").orElseThrow().firstLine().line()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a:\\n\\tb: 1          | line 2: found "b: 1"; expected blanks at the beginning of the line, not tabs.
            a: "b\\nc: d          | line 1: found "a: "b"; expected a closing quote for the one that opens here.
            'a: 1                 | line 1: found "'a: 1"; expected a closing quote for the one that opens here.
            a: [1, 2\\nb: 3       | line 2: found "b: 3"; expected a comma between two items, or ] to close the list that begins on line 1.
            a: {b: 1\\nc: 2       | line 2: found "c: 2"; expected a comma between two keys, or } to close the brace that opens on line 1.
            a: 1\\nb:2\\nc: 3      | line 2: found "b:2"; expected a colon and a blank after each key.
            a: 1\\n'b: 2\\nc': 3    | line 2: found "'b: 2"; expected a closing quote for the one that opens here.
            a: [                  | line 2: expected a closing bracket, ] or }, for each that opens.
            a: [Known?, No]       | line 1: found "a: [Known?, No]"; expected quotes around a text with a question mark that stands in brackets.
            a: b: c               | line 1: found "a: b: c"; expected a key in the same column as those above, a blank after each colon, and quotes around a text with a colon in it.
            a: 1\\n  b: 2         | line 2: found "b: 2"; expected a key in the same column as those above, a blank after each colon, and quotes around a text with a colon in it.
            a:\\n  b: 1\\n c: 2   | line 3: found "c: 2"; expected lines that begin in the same column as those they belong with.
            a: 'b' c              | line 1: found "a: 'b' c"; expected quotes around the whole text, and lines that begin in the same column as those they belong with.
            a: @x                 | line 1: found "a: @x"; expected quotes around a text that begins with a sign such as @, % or `.
            a: *x                 | line 1: found "a: *x"; expected quotes around a text that begins with *.
            a: !x y               | line 1: found "!x"; expected a plain value, without a tag that begins with !.
            a: !!java.net.URL [x] | line 1: found "a: !!java.net.URL [x]"; expected quotes around a text that begins with !.
            a: "\\\\d"            | line 1: found "a: "\\d""; expected single quotes around a text with a backslash, or two backslashes.
            a: 1\\n---\\nb: 2     | line 2: found "---"; expected one document in a file, without a further line of ---.
            a: - b                | line 1: found "a: - b"; expected a line of its own for each item that begins with a hyphen.
            a: b\\n- c            | line 2: found "- c"; expected lines that begin in the same column as those they belong with.
            a: ]                  | line 1: found "a: ]"; expected quotes around a text that begins with a bracket, a brace or a comma.
            a: 1\\nb: 2\\na: 3    | line 3: found "a"; expected each key once; it is on line 1 already.
            [a]: 1                | line 1: expected a text before the colon, not a list or further keys.
            a: 1\\u0007           | line 1: found "character 0007"; expected text without control characters; delete it.
            a: &a [*a]            | line 1: expected a value that does not contain itself.
            """)
    void saysInPlainWordsWhyAFileIsNotYaml(String file, String sentence) {
        String text = file.replace("\\n", "\n")
                .replace("\\t", "\t")
                .replace("\\u0007", "\u0007")
                .replace("\\\\", "\\");

        YamlFile.read("x.yaml", text + "\n", problems);

        assertThat(sentences()).containsExactly("x.yaml, " + sentence.replace("\\\\", "\\"));
    }

    @Test
    void tellsOfAComparisonThatYamlTakesForABlockOfText() {
        YamlFile.read("x.yaml", "expect: > 5\n", problems);

        assertThat(sentences())
                .containsExactly(
                        "x.yaml, line 1: found \"expect: > 5\"; expected nothing after | or > on the same line, or"
                                + " quotes around a text that begins with one of them.");
    }

    @Test
    void tellsThatAFileIsEmpty() {
        YamlFile.read("x.yaml", "# only a comment\n", problems);

        assertThat(sentences()).containsExactly("x.yaml, line 1: expected content: the file is empty.");
    }

    @Test
    void stopsAtAFileThatGrowsWithoutBound() {
        String bomb = IntStream.range(0, 9)
                .mapToObj(level -> "a" + level + ": &a" + level + " ["
                        + (level == 0 ? "x" : ("*a" + (level - 1) + ",").repeat(5)) + "]\n")
                .collect(Collectors.joining());

        YamlFile.read("x.yaml", bomb, problems);

        assertThat(sentences())
                .containsExactly("x.yaml: expected at most 200,000 values in a file, those that * repeats included.");
    }

    @Test
    void tellsOfRepetitionsBeyondMeasure() {
        YamlFile.read("x.yaml", "a: &a [x]\nb: [" + "*a,".repeat(60) + "]\n", problems);

        assertThat(sentences())
                .containsExactly(
                        "x.yaml, line 1: expected at most 50 repetitions with * and at most 30 levels of lists and keys"
                                + " inside each other.");
    }

    @Test
    void readsTheCodeNoAsACode() {
        assertThat(aCatalogue()
                        .catalogue()
                        .datasets()
                        .get(1)
                        .column("authority")
                        .orElseThrow()
                        .codes())
                .containsOnlyKeys("WNC", "NO");
    }

    private List<String> sentences() {
        return problems.sorted().stream().map(CatalogueProblem::sentence).toList();
    }

    private Entry read(String text) {
        return YamlFile.read("x.yaml", text, problems).orElseThrow();
    }
}
