package org.scrutineer.accounts;

/**
 * Whom an OpenID provider says that somebody is.
 *
 * @param issuer the provider
 * @param subject its own number for the person, which it never gives to another one
 * @param name what it calls the person at present
 */
public record Identity(String issuer, String subject, String name) {}
