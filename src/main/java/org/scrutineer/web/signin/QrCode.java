package org.scrutineer.web.signin;

import io.nayuki.qrcodegen.QrCode.Ecc;

/**
 * A QR code as a picture of vectors.
 *
 * @param size in modules, with the quiet zone around it
 * @param path its dark modules, as SVG draws them
 */
record QrCode(int size, String path) {

    /** What the standard asks for around it. */
    private static final int QUIET = 4;

    static QrCode of(String text) {
        var code = io.nayuki.qrcodegen.QrCode.encodeText(text, Ecc.MEDIUM);
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return new QrCode(code.size + 2 * QUIET, path.toString());
    }
}
