package org.scrutineer.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptTests {

    private final Kept<String, String> kept = new Kept<>(2);
    private final List<String> read = new ArrayList<>();

    @Test
    void whatWasAskedForLastIsNotReadAgain() throws IOException {
        ask("north", "south", "north", "east", "north");

        assertThat(read).containsExactly("north", "south", "east");
    }

    @Test
    void whatNobodyHasAskedForInAWhileIsReadAgain() throws IOException {
        ask("north", "south", "east", "north");

        assertThat(read).containsExactly("north", "south", "east", "north");
    }

    @Test
    void asMuchIsKeptAsMayWeighTogether() throws IOException {
        var sheets = new Kept<String, String>(10, String::length);
        for (String sheet : List.of("Cover", "Notes", "Cover", "Trends", "Cover", "Notes", "Establishment", "Notes")) {
            sheets.get(sheet, () -> {
                read.add(sheet);
                return sheet;
            });
        }

        assertThat(read).containsExactly("Cover", "Notes", "Trends", "Cover", "Notes", "Establishment");
    }

    @Test
    void whatCannotBeReadIsNotKept() throws IOException {
        assertThatThrownBy(() -> kept.get("north", () -> {
                    throw new IOException("the disk fails");
                }))
                .isInstanceOf(IOException.class);

        ask("north");

        assertThat(read).containsExactly("north");
    }

    private void ask(String... names) throws IOException {
        for (String name : names) {
            assertThat(kept.get(name, () -> {
                        read.add(name);
                        return name + " of the disk";
                    }))
                    .isEqualTo(name + " of the disk");
        }
    }
}
