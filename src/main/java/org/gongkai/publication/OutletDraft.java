package org.gongkai.publication;

import java.time.LocalDate;
import org.gongkai.catalogue.Channel;

/** 查过的、还没有登记的一条。 Checked and not yet recorded; equal drafts of a disclosure are one entry. */
record OutletDraft(Channel channel, LocalDate on, String where) {}
