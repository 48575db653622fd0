package org.answerable.web.page;

import java.util.List;

/**
 * Why a request was not done, in words for whoever sent it.
 *
 * @param status HTTP status
 * @param title what happened
 * @param detail what to do now
 * @param errors the fields at fault, if any
 */
public record Problem(int status, String title, String detail, List<FieldProblem> errors) {

    public Problem(int status, String title, String detail) {
        this(status, title, detail, List.of());
    }

    /** The plain words for a status that carries no more. */
    public static Problem of(int status) {
        return switch (status) {
            case 400 ->
                    new Problem(
                            400,
                            "We could not read that request",
                            "Check the address or the form and try again.");
            case 401 ->
                    new Problem(401, "Sign in first", "You need an account to do this. Sign in.");
            case 403 ->
                    new Problem(
                            403,
                            "You cannot do that",
                            "Your account does not have the role that is needed. Ask an"
                                    + " administrator of your authority.");
            case 404 ->
                    new Problem(
                            404,
                            "Page not found",
                            "Check the address. If you followed a link, what it led to may have been"
                                    + " moved, or belong to another authority.");
            case 405 ->
                    new Problem(
                            405,
                            "That cannot be done here",
                            "This address exists, but does not take this kind of request.");
            case 406 ->
                    new Problem(
                            406, "Not in that format", "Ask for one of the formats we can give.");
            case 413 ->
                    new Problem(
                            413,
                            "That is too large",
                            "Send less at once: the limit is stated beside each field.");
            case 415 ->
                    new Problem(
                            415,
                            "We cannot read that format",
                            "Send the content type that the documentation names.");
            case 429 -> new Problem(429, "Too many requests", "Wait a minute and try again.");
            case 503 ->
                    new Problem(
                            503,
                            "We cannot reach the database",
                            "Nothing was changed. Try again in a minute; use your browser’s back"
                                    + " button to keep what you typed.");
            default ->
                    new Problem(
                            status,
                            "Something went wrong",
                            "Nothing was half-written. Try again; if it happens again, tell your"
                                    + " administrator when it happened.");
        };
    }
}
