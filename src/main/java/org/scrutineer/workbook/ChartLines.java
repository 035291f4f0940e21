package org.scrutineer.workbook;

import java.util.HexFormat;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTChart;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTChartSpace;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTLineSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTMarker;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTTitle;
import org.openxmlformats.schemas.drawingml.x2006.chart.STMarkerStyle;
import org.openxmlformats.schemas.drawingml.x2006.main.CTLineProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.CTRegularTextRun;
import org.openxmlformats.schemas.drawingml.x2006.main.CTShapeProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextBody;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextCharacterProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.STPresetLineDashVal;
import org.scrutineer.workbook.OutputWorkbook.Stroke;

/** What line charts look like, in workbooks and documents alike. */
final class ChartLines {

    private static final int EMU_PER_POINT = 12_700;
    private static final short VALUE_POINTS = 6;
    private static final short MARK_POINTS = 10;
    private static final int TITLE_SIZE = 1200;
    private static final int TEXT_SIZE = 1000;
    private static final String LANGUAGE = "en-GB";

    private ChartLines() {}

    /** Of the library's own titles the language is the machine's. */
    static void title(CTChart chart, String text) {
        CTTitle title = chart.isSetTitle() ? chart.getTitle() : chart.addNewTitle();
        title.addNewOverlay().setVal(false);
        CTTextBody body = title.addNewTx().addNewRich();
        body.addNewBodyPr();
        CTRegularTextRun run = body.addNewP().addNewR();
        CTTextCharacterProperties letters = run.addNewRPr();
        letters.setLang(LANGUAGE);
        letters.setSz(TITLE_SIZE);
        letters.setB(true);
        run.setT(text);
        if (!chart.isSetAutoTitleDeleted()) {
            chart.addNewAutoTitleDeleted();
        }
        chart.getAutoTitleDeleted().setVal(false);
    }

    static void letters(CTChartSpace space) {
        CTTextBody text = space.addNewTxPr();
        text.addNewBodyPr();
        text.addNewP().addNewPPr().addNewDefRPr().setSz(TEXT_SIZE);
        text.getPArray(0).addNewEndParaRPr().setLang(LANGUAGE);
    }

    static void style(CTLineSer series, Stroke stroke) {
        CTShapeProperties shape = series.isSetSpPr() ? series.getSpPr() : series.addNewSpPr();
        CTLineProperties line = shape.isSetLn() ? shape.getLn() : shape.addNewLn();
        if (stroke == Stroke.MARKS) {
            line.addNewNoFill();
        } else {
            line.setW((stroke == Stroke.VALUES ? 2 : 1) * EMU_PER_POINT);
            line.addNewSolidFill().addNewSrgbClr().setVal(colour(stroke));
        }
        if (stroke == Stroke.LIMIT) {
            line.addNewPrstDash().setVal(STPresetLineDashVal.DASH);
        } else if (stroke == Stroke.TARGET) {
            line.addNewPrstDash().setVal(STPresetLineDashVal.LG_DASH_DOT);
        }
        marker(series.isSetMarker() ? series.getMarker() : series.addNewMarker(), stroke);
    }

    private static void marker(CTMarker marker, Stroke stroke) {
        marker.addNewSymbol()
                .setVal(
                        switch (stroke) {
                            case VALUES -> STMarkerStyle.CIRCLE;
                            case MARKS -> STMarkerStyle.DIAMOND;
                            case AVERAGE, LIMIT, TARGET -> STMarkerStyle.NONE;
                        });
        if (stroke == Stroke.VALUES || stroke == Stroke.MARKS) {
            marker.addNewSize().setVal(stroke == Stroke.VALUES ? VALUE_POINTS : MARK_POINTS);
            CTShapeProperties shape = marker.addNewSpPr();
            shape.addNewSolidFill().addNewSrgbClr().setVal(colour(stroke));
            shape.addNewLn().addNewSolidFill().addNewSrgbClr().setVal(colour(stroke));
        }
    }

    private static byte[] colour(Stroke stroke) {
        return HexFormat.of()
                .parseHex(
                        switch (stroke) {
                            case VALUES -> Look.Colours.DEEP;
                            case AVERAGE, LIMIT -> Look.Colours.QUIET;
                            case TARGET -> Look.Colours.GOAL;
                            case MARKS -> Look.Colours.SPECIAL;
                        });
    }
}
