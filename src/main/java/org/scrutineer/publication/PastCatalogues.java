package org.scrutineer.publication;

import java.util.Optional;
import org.scrutineer.catalogue.Catalogue;

/** The catalogues that earlier runs were made with. */
public interface PastCatalogues {

    /**
     * One that was kept.
     *
     * @param hash its hash
     * @return nothing where it is not kept any more, or this version of the program cannot read it
     */
    Optional<Catalogue> find(String hash);
}
