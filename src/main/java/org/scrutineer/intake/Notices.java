package org.scrutineer.intake;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What the last look into the drop folder had to tell. */
@Repository
public class Notices {

    private final JdbcClient jdbc;

    Notices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of files. */
    public List<Notice> all() {
        return jdbc.sql("select file_name, what, detail from drop_folder_notice order by place_in_order")
                .query((row, number) ->
                        new Notice(row.getString(1), Notice.What.valueOf(row.getString(2)), row.getString(3)))
                .list();
    }

    @Transactional
    void replace(List<Notice> notices) {
        jdbc.sql("delete from drop_folder_notice").update();
        for (int i = 0; i < notices.size(); i++) {
            jdbc.sql("insert into drop_folder_notice (place_in_order, file_name, what, detail)"
                            + " values (?, ?, ?, ?)")
                    .params(i, notices.get(i).file(), notices.get(i).what().name())
                    .param(notices.get(i).detail())
                    .update();
        }
    }
}
