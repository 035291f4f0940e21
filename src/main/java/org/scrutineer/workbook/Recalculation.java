package org.scrutineer.workbook;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What came of calculating a workbook's formulas anew. */
public sealed interface Recalculation {

    /**
     * They were calculated, as far as that can be repeated.
     *
     * @param told the first of the cells whose result is another than the file's, in the order of sheets, rows and columns
     * @param differing how many such cells there are in all
     * @param recalculated how many cells were calculated and compared
     * @param leftOut how many cells were not: a function that is not known, another workbook, a result that changes by
     *     itself or depends on one that does, or no result in the file to compare with
     */
    record Done(List<Differing> told, long differing, long recalculated, long leftOut) implements Recalculation {

        /** Of a workbook without formulas. */
        public static final Done NO_FORMULAS = new Done(List.of(), 0, 0, 0);

        public Done {
            told = List.copyOf(told);
        }

        void write(DataOutputStream out) throws IOException {
            out.writeLong(differing);
            out.writeLong(recalculated);
            out.writeLong(leftOut);
            out.writeInt(told.size());
            for (Differing cell : told) {
                out.writeUTF(cell.sheet());
                out.writeUTF(cell.cell());
                out.writeUTF(cell.stored());
                out.writeUTF(cell.recalculated());
            }
        }

        static Done read(DataInputStream in) throws IOException {
            long differing = in.readLong();
            long recalculated = in.readLong();
            long leftOut = in.readLong();
            List<Differing> told = new ArrayList<>();
            for (int count = in.readInt(); count > 0; count--) {
                told.add(new Differing(in.readUTF(), in.readUTF(), in.readUTF(), in.readUTF()));
            }
            return new Done(told, differing, recalculated, leftOut);
        }
    }

    /**
     * A cell with another result than the file's.
     *
     * @param cell e.g. {@code C14}
     * @param stored as Excel shows it; more exactly where both would be shown alike
     * @param recalculated likewise
     */
    record Differing(String sheet, String cell, String stored, String recalculated) {}

    /** @param reason follows "because", without a full stop */
    record NotDone(String reason) implements Recalculation {}
}
