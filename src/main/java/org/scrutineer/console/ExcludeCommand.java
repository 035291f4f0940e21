package org.scrutineer.console;

import org.scrutineer.intake.AmendmentList;
import picocli.CommandLine.Command;

@Command(
        name = "exclude",
        description =
                "Takes a list of rows of returns that are to be left out. The file itself stays as it is; the next"
                        + " run publishes its period anew.",
        footer = {
            "",
            "The list is a workbook whose first sheet has the columns submission, sheet, cell (any of the row, or the",
            "row's number), old (what stands in the cell), reason, asked by and approved by. It is taken whole or not",
            "at all.",
            "",
            "Example:",
            "  scrutineer exclude \"Rows to leave out December 2018.xlsx\""
        })
final class ExcludeCommand extends AmendCommand {

    @Override
    AmendmentList.Kind kind() {
        return AmendmentList.Kind.EXCLUDE;
    }
}
