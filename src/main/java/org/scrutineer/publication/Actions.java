package org.scrutineer.publication;

import java.util.List;
import org.scrutineer.commentary.Explanation;
import org.scrutineer.commentary.PlannedAction;

/**
 * What is being done.
 *
 * @param told what the previous meeting was told of, about figures of the whole organisation
 * @param planned the improvement plan as it stands in the period; empty where none was sent
 */
record Actions(List<Explanation> told, List<PlannedAction> planned) {

    static final Actions NONE = new Actions(List.of(), List.of());

    Actions {
        told = List.copyOf(told);
        planned = List.copyOf(planned);
    }
}
