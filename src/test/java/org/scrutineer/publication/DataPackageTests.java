package org.scrutineer.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DataPackageTests {

    private final Report report = Example.withEveryStatus().report();
    private final byte[] csv = IndicatorsCsv.of(report);
    private final JsonNode json = JsonText.read(DataPackage.of(report, csv));

    @Test
    void describesTheColumnsOfTheFileInTheirOrder() {
        List<String> header = List.of(new String(csv, StandardCharsets.UTF_8).split("\r\n")[0].split(","));

        assertThat(json.at("/resources/0/schema/fields"))
                .extracting(field -> field.path("name").asString())
                .containsExactlyElementsOf(header);
        assertThat(json.at("/resources/0/schema/fields")).allSatisfy(field -> {
            assertThat(field.path("type").asString()).isNotEmpty();
            assertThat(field.path("title").asString()).isNotEmpty();
            assertThat(field.path("description").asString()).isNotEmpty();
        });
    }

    @Test
    void saysHowTheFileIsWrittenAndWhichBytesItHas() {
        assertThat(json.path("profile").asString()).isEqualTo("tabular-data-package");
        assertThat(json.at("/resources/0/dialect/lineTerminator").asString()).isEqualTo("\r\n");
        assertThat(json.at("/resources/0/bytes").asInt()).isEqualTo(csv.length);
        assertThat(json.at("/resources/0/hash").asString()).isEqualTo("sha256:" + DigestUtils.sha256Hex(csv));
    }

    @Test
    void namesNoDateOfItsMaking() {
        assertThat(json.has("created")).isFalse();
        assertThat(DataPackage.of(report, csv))
                .isEqualTo(DataPackage.of(Example.withEveryStatus().report(), csv));
    }
}
