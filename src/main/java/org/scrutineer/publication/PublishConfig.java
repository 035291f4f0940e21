package org.scrutineer.publication;

import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.commentary.FiguresInQuestion;
import org.scrutineer.comparison.Comparisons;
import org.scrutineer.indicators.CountedRows;
import org.scrutineer.indicators.EarlierFigures;
import org.scrutineer.indicators.IndicatorValues;
import org.scrutineer.indicators.KeptOutRows;
import org.scrutineer.intake.Amendments;
import org.scrutineer.intake.Findings;
import org.scrutineer.intake.FrozenReturns;
import org.scrutineer.intake.MatchedColumns;
import org.scrutineer.intake.Submissions;
import org.scrutineer.reconciliation.Discrepancies;
import org.scrutineer.secondopinion.SecondOpinions;
import org.scrutineer.trends.Trends;
import org.scrutineer.workbook.WorkbookWriter;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration
@EnableConfigurationProperties(PublicationProperties.class)
class PublishConfig {

    @Bean
    Step publish(
            JobRepository jobs,
            PlatformTransactionManager transactions,
            Catalogue catalogue,
            FrozenReturns frozen,
            Submissions submissions,
            MatchedColumns columns,
            Findings findings,
            Comparisons comparisons,
            IndicatorValues values,
            EarlierFigures earlier,
            Trends trends,
            CountedRows countedRows,
            KeptOutRows keptOutRows,
            Amendments amendments,
            Discrepancies discrepancies,
            SecondOpinions secondOpinions,
            FiguresInQuestion figuresInQuestion,
            Publications publications,
            PublicationProperties settings,
            Software software) {
        var reader = new RunFiguresReader(
                catalogue,
                frozen,
                submissions,
                columns,
                findings,
                comparisons,
                values,
                earlier,
                trends,
                countedRows,
                keptOutRows,
                amendments,
                discrepancies,
                secondOpinions,
                figuresInQuestion,
                software.version());
        var publisher = new Publisher(settings, new WorkbookWriter());
        return new StepBuilder("publish", jobs)
                .tasklet(new PublishFigures(reader, publisher, publications), transactions)
                .build();
    }
}
