package org.scrutineer.distribution;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.scrutineer.catalogue.Audience;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Organisation.Holder;
import org.scrutineer.catalogue.Organisation.Role;
import org.scrutineer.distribution.Message.Line;
import org.scrutineer.publication.Publications;
import org.scrutineer.publication.Publications.Published;
import org.scrutineer.publication.Summaries;
import org.scrutineer.publication.Summary;
import org.scrutineer.publication.Summary.Topic;
import org.springframework.stereotype.Component;

/** Who may approve a publication, and what it is that is approved. */
@Component
class Approvals {

    private static final Set<Topic> COVERING =
            EnumSet.of(Topic.GLANCE, Topic.ATTENTION, Topic.IMPROVED, Topic.MISSING, Topic.RESTATED);

    private final Catalogue catalogue;
    private final Publications publications;
    private final Summaries summaries;
    private final Recipients recipients;

    Approvals(Catalogue catalogue, Publications publications, Summaries summaries, Recipients recipients) {
        this.catalogue = catalogue;
        this.publications = publications;
        this.summaries = summaries;
        this.recipients = recipients;
    }

    /** The publication that the catalogue has by an id. */
    Optional<Audience> audience(String id) {
        return catalogue.audiences().stream()
                .filter(audience -> audience.id().equals(id))
                .findFirst();
    }

    /** For whom an account may approve a publication, e.g. {@code Ada Smith for Director of Social Work}. */
    Optional<String> as(String account, Audience audience) {
        return approvers(audience).stream()
                .flatMap(role -> role.holder(account).map(holder -> as(holder, role)).stream())
                .findFirst();
    }

    private static String as(Holder holder, Role role) {
        return holder.name() + (holder.deputy() ? ", deputy, for " : " for ") + role.name();
    }

    /** Who may, in words; e.g. {@code Ada Smith (account asmith) for Director of Social Work}. */
    String whoMay(Audience audience) {
        List<Role> roles = approvers(audience);
        if (roles.isEmpty()) {
            return "nobody: name roles under approvers in publications/" + audience.id() + ".yaml";
        }
        return roles.stream()
                .map(role -> role.holders().stream()
                                .map(holder -> holder.name() + " (account " + holder.account() + ")")
                                .collect(Collectors.joining(" or "))
                        + " for " + role.name())
                .collect(Collectors.joining("; "));
    }

    private List<Role> approvers(Audience audience) {
        return catalogue.organisation().roles().stream()
                .filter(role -> audience.release().approvers().contains(role.id()))
                .toList();
    }

    /** A hash of the files of a release and of what the mail says. */
    String content(Release release) {
        String files = files(release).stream()
                .map(file -> file.fileName() + "\t" + file.sha256())
                .collect(Collectors.joining("\n"));
        String lines = MailBody.json(covering(release));
        return hash(files + "\n\n" + lines);
    }

    /**
     * What the mail says that goes out with it: the sentences of its Summary about what matters most, as they are after
     * disclosure control. Only what is public has any, as a mail can be read on its way.
     */
    List<Line> covering(Release release) {
        boolean open = catalogue.audiences().stream()
                .anyMatch(audience -> audience.id().equals(release.audience()) && audience.isPublic());
        Optional<Summary> summary = open ? summaries.of(release.run(), release.audience()) : Optional.empty();
        return summary.stream()
                .flatMap(said -> said.sections().stream())
                .filter(section -> COVERING.contains(section.topic()))
                .flatMap(section -> Stream.concat(
                        Stream.of(Line.heading(section.topic().heading())),
                        section.sentences().stream().map(sentence -> Line.paragraph(withoutNotes(sentence)))))
                .toList();
    }

    /** References to notes lead nowhere in a mail. */
    private static String withoutNotes(String sentence) {
        return sentence.replaceAll(" ?\\[note \\d+]", "");
    }

    /** A hash of whom it goes to. */
    String recipients(Audience audience) {
        return hash(recipients.of(audience).stream()
                .map(recipient -> recipient.id() + "\t" + recipient.name() + "\t" + recipient.address())
                .collect(Collectors.joining("\n")));
    }

    private static String hash(String text) {
        return DigestUtils.sha256Hex(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The files of a release, by name. */
    List<Published> files(Release release) {
        return publications.of(release.run()).stream()
                .filter(file -> file.audience().equals(release.audience()))
                .toList();
    }

    Path path(Release release, Published file) {
        return publications.folder(release.period(), release.run()).resolve(file.fileName());
    }

    /** The folder that holds what the audience gets, and nothing else. */
    Path folder(Release release) {
        return publications.folder(release.period(), release.run()).resolve(release.audience());
    }

    /** Why its files are not those that were published; empty where they are. */
    Optional<String> filesDiffer(Release release) {
        for (Published file : files(release)) {
            Path path = path(release, file);
            try (InputStream bytes = Files.newInputStream(path)) {
                if (!DigestUtils.sha256Hex(bytes).equals(file.sha256())) {
                    return Optional.of("The file " + path + " is not what was published. Put back what was published:"
                            + " the command verify says what was changed.");
                }
            } catch (IOException e) {
                return Optional.of("The file " + path + " cannot be read. Put it back where it was published.");
            }
        }
        return Optional.empty();
    }
}
