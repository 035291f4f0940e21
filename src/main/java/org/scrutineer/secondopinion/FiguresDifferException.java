package org.scrutineer.secondopinion;

/** Figures that were worked out twice came out differently, so that none of the run may be published. */
public final class FiguresDifferException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FiguresDifferException(String message) {
        super(message);
    }
}
