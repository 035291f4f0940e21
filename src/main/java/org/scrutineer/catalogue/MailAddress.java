package org.scrutineer.catalogue;

import java.util.regex.Pattern;

/**
 * A mail address as servers everywhere take it: letters, digits and the usual signs, no quotes, no comments, no name
 * before it. What does not fit could be read otherwise by the next server than by us.
 */
public final class MailAddress {

    /** The same as in the schemas. */
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9_%+'&-]+(\\.[A-Za-z0-9_%+'&-]+)*@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    /** What RFC 5321 allows for the whole path, less its brackets. */
    private static final int LONGEST = 254;

    private MailAddress() {}

    public static boolean isOne(String text) {
        return text.length() <= LONGEST && ADDRESS.matcher(text).matches();
    }
}
