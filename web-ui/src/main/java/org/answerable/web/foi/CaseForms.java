package org.answerable.web.foi;

import java.util.Arrays;
import java.util.List;
import org.answerable.foi.Channel;
import org.answerable.foi.Requester;
import org.answerable.web.page.Option;
import org.answerable.web.page.PageForm;

/** Fields that several forms of a case share. */
final class CaseForms {

    private CaseForms() {}

    static List<Option> channels() {
        return Arrays.stream(Channel.values())
                .map(channel -> new Option(channel.name(), channel.label()))
                .toList();
    }

    static Requester requester(PageForm form) {
        return new Requester(
                form.value("requester-name"),
                form.value("requester-email"),
                form.value("requester-postalAddress"));
    }

    /** A version that the page carried; a missing one is never the current one. */
    static int version(PageForm form) {
        try {
            return Integer.parseInt(form.value("version"));
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
