package org.scrutineer.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.scrutineer.intake.TestLedger;
import org.springframework.jdbc.core.simple.JdbcClient;

class QuotedTextsTests {

    /** Columns of free text that a retention rule empties. */
    private static final Set<String> FORGOTTEN = Set.of(
            "amendment.new_value",
            "amendment.old_value",
            "amendment.reason",
            "answer.answer",
            "answer.cell",
            "answer.found",
            "answer_on_arrival.file_name",
            "answered_return.file_name",
            "discrepancy.found",
            "discrepancy_cell.file_name",
            "explanation.action",
            "explanation.by_whom",
            "explanation.figure",
            "explanation.why",
            "finding.expected",
            "finding.found",
            "finding.remedy",
            "former_answer.file_name",
            "matched_column.header",
            "received_file.name",
            "sighting.name",
            "unasked_change.row_key",
            "unasked_change.value_after",
            "unasked_change.value_before",
            "uploaded_file.name",
            "uploaded_file.refusal",
            "written_explanation.action",
            "written_explanation.by_whom",
            "written_explanation.figure",
            "written_explanation.why");

    /** Those that hold names of files and folders, words of the catalogue, or what staff said of their own work. */
    private static final Set<String> SAY_NOTHING_OF_A_CHILD = Set.of(
            "account.code_secret",
            "account.password",
            "account_link.code_secret",
            "account_openid.issuer",
            "account_openid.name",
            "account_openid.subject",
            "amendment.approved_by",
            "amendment.asked_by",
            "amendment.list_name",
            "audit_entry.details",
            "audit_entry.reason",
            "audit_entry.subject",
            "backup.folder",
            "checked_file.answer_name",
            "covering_line.words",
            "deletion.subject",
            "deletion.terms",
            "delivery.address",
            "delivery.body",
            "delivery.message_id",
            "delivery.message_key",
            "delivery.recipient_name",
            "delivery.said",
            "delivery.subject",
            "delivery_attachment.file_name",
            "discrepancy.expected",
            "discrepancy.remedy",
            "discrepancy.teams",
            "drop_folder_notice.detail",
            "drop_folder_notice.file_name",
            "finding.waiver",
            "member_answer.file_name",
            "member_answer.made_from",
            "member_answer.question",
            "publication.file_name",
            "publication_release.approved_as",
            "publication_release.ended_why",
            "published_figure.source",
            "rendition.document",
            "rendition.file_name",
            "rendition.why_not",
            "run.reason",
            "submission.nothing_to_report",
            "summary_sentence.sentence",
            "told_cause.cause",
            "trace_log.reason",
            "trace_log.subject",
            "work_lock.doing",
            "working_process.host",
            "written_explanation.file_name");

    @Test
    void everyColumnOfTheLedgerThatTakesFreeTextIsForgottenOrSaysNothingOfAChild() {
        var texts = new TreeSet<>(JdbcClient.create(TestLedger.aLedger().source())
                .sql("select lower(table_name || '.' || column_name) from information_schema.columns"
                        + " where table_schema = 'PUBLIC' and data_type = 'CHARACTER VARYING'"
                        + " and character_maximum_length > 200 and table_name not like 'BATCH%'"
                        + " and table_name not like 'flyway%'")
                .query(String.class)
                .list());

        var known = new TreeSet<>(FORGOTTEN);
        known.addAll(SAY_NOTHING_OF_A_CHILD);
        assertThat(texts)
                .as("a new column goes into QuotedTexts, or into one of the lists here with good reason")
                .isSubsetOf(known);
    }
}
