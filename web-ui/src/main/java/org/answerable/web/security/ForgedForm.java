package org.answerable.web.security;

/** A form without the token of its sender: too old, from another browser, or forged. */
public class ForgedForm extends RuntimeException {}
