package org.answerable.web.directory;

import java.util.List;
import org.answerable.web.page.Option;

/** What can be chosen in the search for services. */
public record SearchChoices(List<Option> needs, List<Option> units, List<Option> days) {}
