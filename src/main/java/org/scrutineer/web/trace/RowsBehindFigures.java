package org.scrutineer.web.trace;

import java.io.IOException;
import org.scrutineer.pipeline.Run;
import org.scrutineer.trace.FigureTracer;
import org.scrutineer.web.Preparation;
import org.scrutineer.web.RoomPart;

@RoomPart
final class RowsBehindFigures implements Preparation {

    private final FigureTracer figures;

    RowsBehindFigures(FigureTracer figures) {
        this.figures = figures;
    }

    @Override
    public void prepare(Run run) throws IOException {
        figures.prepare(run);
    }
}
