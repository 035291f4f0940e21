package org.scrutineer.web.openid;

/** Nobody can sign in at the provider at the moment. */
final class ProviderTroubleException extends Exception {

    private static final long serialVersionUID = 1;

    private final String sentence;

    /** @param sentence what is wrong, for whoever runs the service */
    ProviderTroubleException(String sentence, Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}
