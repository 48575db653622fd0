package org.answerable.directory;

/**
 * A profession.
 *
 * @param leadsRelationshipTeam whether a team that it leads may be called a specialised parent-infant
 *     relationship team
 */
public record Profession(String code, String name, boolean leadsRelationshipTeam) {}
