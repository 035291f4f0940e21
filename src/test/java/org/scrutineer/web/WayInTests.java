package org.scrutineer.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WayInTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/months/2022-06",
                "/accounts?name=a%20b&x=%2F%2Felsewhere.example",
                "/trace/figure?code=A-1&months=2022-06",
                "/returns/north/2022-06/3/amend",
            })
    void leadsToPagesOfOurs(String to) {
        assertThat(WayIn.isOurs(to)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "months",
                "https://elsewhere.example/",
                "HTTPS://elsewhere.example/",
                "https:/elsewhere.example",
                "https:elsewhere.example",
                "//elsewhere.example/",
                "///elsewhere.example/",
                "/\\elsewhere.example",
                "\\\\elsewhere.example",
                "\\/elsewhere.example",
                "/months\\..\\elsewhere",
                "/\t/elsewhere.example",
                "/\n/elsewhere.example",
                "\t//elsewhere.example",
                " //elsewhere.example",
                "/ /elsewhere.example",
                "/months\r\nSet-Cookie: session=1",
                "/months\u0000",
                "/\u2028/elsewhere.example",
                "/\uFF0F/elsewhere.example",
                "javascript:alert(1)",
                "data:text/html,x",
                "@elsewhere.example",
                ".elsewhere.example",
                "?to=/",
                "#//elsewhere.example",
                "/months#//elsewhere.example",
                "/{period}",
                "/months?a={b}",
                "/months?a=${7*7}",
                "/months|x",
                "/\"><script>",
                "/sign-in",
                "/sign-in?to=/sign-in",
                "/sign-in/openid/return?code=1&state=2",
            })
    void leadsNowhereElse(String to) {
        assertThat(WayIn.isOurs(to)).isFalse();
    }
}
