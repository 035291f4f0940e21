package org.scrutineer.catalogue;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** The text of a file as Excel, Notepad or an editor saved it: UTF-8, or UTF-16 where a mark at its beginning says so. */
final class FileText {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private FileText() {}

    /** The text with line ends of one kind; empty where the bytes are not text that can be read surely, which is told. */
    static Optional<String> of(String file, byte[] bytes, Problems problems) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return decoded(file, bytes, 3, StandardCharsets.UTF_8, problems);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return decoded(file, bytes, 2, StandardCharsets.UTF_16LE, problems);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return decoded(file, bytes, 2, StandardCharsets.UTF_16BE, problems);
        }
        return decoded(file, bytes, 0, StandardCharsets.UTF_8, problems);
    }

    private static Optional<String> decoded(String file, byte[] bytes, int from, Charset charset, Problems problems) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString().replace("\r\n", "\n").replace('\r', '\n');
        Place place = new Place(file, (int) text.chars().filter(c -> c == '\n').count() + 1);
        if (result.isError()) {
            int bad = bytes[in.position()] & 0xFF;
            problems.add(
                    place,
                    String.format(Locale.ROOT, "byte 0x%02X", bad),
                    "text saved as UTF-8" + advice(file, bad, charset));
            return Optional.empty();
        }
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            int line =
                    (int) text.substring(0, nul).chars().filter(c -> c == '\n').count() + 1;
            problems.add(new Place(file, line), "byte 0x00", "text saved as UTF-8" + advice(file, 0, charset));
            return Optional.empty();
        }
        return Optional.of(text);
    }

    private static String advice(String file, int bad, Charset charset) {
        String save = file.endsWith(".csv")
                ? "save the file again as \"CSV UTF-8\""
                : "save the file again with the encoding UTF-8";
        String character =
                WINDOWS.decode(ByteBuffer.wrap(new byte[] {(byte) bad})).toString();
        boolean windows = charset == StandardCharsets.UTF_8
                && bad >= 0x80
                && !Character.isISOControl(character.charAt(0))
                && character.charAt(0) != '\uFFFD';
        return windows ? "; the byte is \"" + character + "\" in Windows-1252: " + save : "; " + save;
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
