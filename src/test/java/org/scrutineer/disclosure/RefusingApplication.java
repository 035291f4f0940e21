package org.scrutineer.disclosure;

import java.util.List;
import org.scrutineer.Scrutineer;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Indicator.Timing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.PlatformTransactionManager;

/** The program with an attacker that works a number out of whatever is to be published: what is hidden holds too well. */
@Import(Scrutineer.class)
public class RefusingApplication {

    public static final String SENTENCE =
            "The numerator of AS01 is hidden, but can be known exactly from the numerator of"
                    + " AS04. Leave one of these out of the publication, or the figure for some of its parts.";

    @Bean
    @Primary
    DisclosureControl refusing(Catalogue catalogue, PrintedFigures printed, PlatformTransactionManager transactions) {
        return new DisclosureControl(catalogue, printed, transactions) {
            @Override
            public List<ControlledRelease> release(int run, List<PublicRelease> releases) {
                TrueFigure figure = releases.get(0).figures().get(0);
                throw new ReleaseRefusedException(List.of(new Leak(
                        new FigureKey(figure.key().period(), "AS01", "trust", "", Timing.MONTH), List.of(), SENTENCE)));
            }
        };
    }
}
