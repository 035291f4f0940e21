package org.scrutineer.console;

import java.util.List;
import org.scrutineer.catalogue.CatalogueProblem;

/** The catalogue has mistakes, and nothing is done until they are mended. */
final class MistakenCatalogueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<CatalogueProblem> problems;

    MistakenCatalogueException(List<CatalogueProblem> problems) {
        super(problems.size() + " mistakes in the catalogue");
        this.problems = List.copyOf(problems);
    }

    List<CatalogueProblem> problems() {
        return problems;
    }
}
