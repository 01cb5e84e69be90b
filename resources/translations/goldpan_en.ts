<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>goldpan::ui::BatchOptions</name>
    <message numerus="yes">
        <source>&amp;Keep %n row(s) whatever the checks say, for the reasons given with the last batch</source>
        <translation>
            <numerusform>&amp;Keep %n row whatever the checks say, for the reasons given with the last batch</numerusform>
            <numerusform>&amp;Keep %n rows whatever the checks say, for the reasons given with the last batch</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>goldpan::ui::Bulk</name>
    <message numerus="yes">
        <source>%1 row(s)</source>
        <translation>
            <numerusform>%1 row</numerusform>
            <numerusform>%1 rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>goldpan::ui::BulkController</name>
    <message numerus="yes">
        <source>%1 row(s) left as they are: there was nothing to change.</source>
        <translation>
            <numerusform>%1 row is left as it is: there was nothing to change.</numerusform>
            <numerusform>All %1 rows are left as they are: there was nothing to change.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 changed, %2 row(s) left as they are.</source>
        <translation>
            <numerusform>%1 changed, %2 row left as it is.</numerusform>
            <numerusform>%1 changed, %2 rows left as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s) decided by hand meanwhile stay so.</source>
        <translation>
            <numerusform>%1 row decided by hand meanwhile stays so.</numerusform>
            <numerusform>%1 rows decided by hand meanwhile stay so.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>goldpan::ui::BulkDialog</name>
    <message numerus="yes">
        <source>%1 will change, %2 row(s) are so already. One undo (%3) takes the whole act back.</source>
        <translation>
            <numerusform>%1 will change, %2 row is so already. One undo (%3) takes the whole act back.</numerusform>
            <numerusform>%1 will change, %2 rows are so already. One undo (%3) takes the whole act back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>⚠ %1 row(s) with a correction lose it: its words become your draft there.</source>
        <translation>
            <numerusform>⚠ %1 row with a correction loses it: its words become your draft there.</numerusform>
            <numerusform>⚠ %1 rows with a correction lose it: its words become your draft there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>goldpan::ui::CheckTable</name>
    <message numerus="yes">
        <source>%1: %2 row(s), left out: %3</source>
        <translation>
            <numerusform>%1: %2 row, left out: %3</numerusform>
            <numerusform>%1: %2 rows, left out: %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>goldpan::ui::ExportController</name>
    <message numerus="yes">
        <source>%1 row(s) exported to %2, %3 left out.</source>
        <translation>
            <numerusform>%1 row exported to %2, %3 left out.</numerusform>
            <numerusform>%1 rows exported to %2, %3 left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>goldpan::ui::ExportResult</name>
    <message numerus="yes">
        <source>Counting… %1 row(s) looked at</source>
        <translation>
            <numerusform>Counting… %1 row looked at</numerusform>
            <numerusform>Counting… %1 rows looked at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s) will be written, %2 left out.</source>
        <translation>
            <numerusform>%1 row will be written, %2 left out.</numerusform>
            <numerusform>%1 rows will be written, %2 left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 warning(s).</source>
        <translation>
            <numerusform>%1 warning.</numerusform>
            <numerusform>%1 warnings.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 gold case(s) that only system prompts hold count for no row.</source>
        <translation>
            <numerusform>%1 gold case that only system prompts hold counts for no row.</numerusform>
            <numerusform>%1 gold cases that only system prompts hold count for no row.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>goldpan::ui::GateModel</name>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>gates</comment>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>goldpan::ui::HistogramChart</name>
    <message numerus="yes">
        <source>%1: %2 row(s), %3 of those with a logprob</source>
        <translation>
            <numerusform>%1: %2 row, %3 of those with a logprob</numerusform>
            <numerusform>%1: %2 rows, %3 of those with a logprob</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s) with a logprob, %2 of them below the threshold of %3; %4 stored without</source>
        <translation>
            <numerusform>%1 row with a logprob, %2 of them below the threshold of %3; %4 stored without</numerusform>
            <numerusform>%1 rows with a logprob, %2 of them below the threshold of %3; %4 stored without</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>goldpan::ui::ImportText</name>
    <message numerus="yes">
        <source>%1: %2 row(s) imported</source>
        <translation>
            <numerusform>%1: %2 row imported</numerusform>
            <numerusform>%1: %2 rows imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s) were there already</source>
        <translation>
            <numerusform>%1 row was there already</numerusform>
            <numerusform>%1 rows were there already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 piece(s) of PII redacted</source>
        <translation>
            <numerusform>%1 piece of PII redacted</numerusform>
            <numerusform>%1 pieces of PII redacted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 bad line(s) in quarantine</source>
        <translation>
            <numerusform>%1 bad line in quarantine</numerusform>
            <numerusform>%1 bad lines in quarantine</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 unfinished last line(s) not read</source>
        <translation>
            <numerusform>%1 unfinished last line not read</numerusform>
            <numerusform>%1 unfinished last lines not read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>line(s) %1</source>
        <translation>
            <numerusform>line %1</numerusform>
            <numerusform>lines %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 record(s) of the joined file were held in memory.</source>
        <translation>
            <numerusform>%1 record of the joined file was held in memory.</numerusform>
            <numerusform>%1 records of the joined file were held in memory.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of them joined to no row.</source>
        <translation>
            <numerusform>%1 of them joined to no row.</numerusform>
            <numerusform>%1 of them joined to no row.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of them the profile has no use for.</source>
        <translation>
            <numerusform>%1 of them the profile has no use for.</numerusform>
            <numerusform>%1 of them the profile has no use for.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 gold correction(s) of the log were written.</source>
        <translation>
            <numerusform>%1 gold correction of the log was written.</numerusform>
            <numerusform>%1 gold corrections of the log were written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s) stay as people decided here.</source>
        <translation>
            <numerusform>%1 row stays as people decided here.</numerusform>
            <numerusform>%1 rows stay as people decided here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 correction(s) hold no words.</source>
        <translation>
            <numerusform>%1 correction holds no words.</numerusform>
            <numerusform>%1 corrections hold no words.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 correction(s) are of no row of the store.</source>
        <translation>
            <numerusform>%1 correction is of no row of the store.</numerusform>
            <numerusform>%1 corrections are of no row of the store.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 correction(s) held PII; an export holds them back until they are saved by hand.</source>
        <translation>
            <numerusform>%1 correction held PII; an export holds it back until it is saved by hand.</numerusform>
            <numerusform>%1 corrections held PII; an export holds them back until they are saved by hand.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 record(s) passed over</source>
        <translation>
            <numerusform>%1 record passed over</numerusform>
            <numerusform>%1 records passed over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 could be read in another way</source>
        <translation>
            <numerusform>%1 could be read in another way</numerusform>
            <numerusform>%1 could be read in another way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 gold correction(s) came with them</source>
        <translation>
            <numerusform>%1 gold correction came with them</numerusform>
            <numerusform>%1 gold corrections came with them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 record(s) passed over: %2 (%3)</source>
        <translation>
            <numerusform>%1 record passed over: %2 (%3)</numerusform>
            <numerusform>%1 records passed over: %2 (%3)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 record(s) in quarantine: %2 (%3)</source>
        <translation>
            <numerusform>%1 record in quarantine: %2 (%3)</numerusform>
            <numerusform>%1 records in quarantine: %2 (%3)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 record(s) of a joined file could not be read: %2 (%3)</source>
        <translation>
            <numerusform>%1 record of a joined file could not be read: %2 (%3)</numerusform>
            <numerusform>%1 records of a joined file could not be read: %2 (%3)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s) could be read in another way: %2 (%3)</source>
        <translation>
            <numerusform>%1 row could be read in another way: %2 (%3)</numerusform>
            <numerusform>%1 rows could be read in another way: %2 (%3)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>goldpan::ui::LogImporter</name>
    <message numerus="yes">
        <source>The import was stopped; %1 row(s) are in the store. Import the log again to go on.</source>
        <translation>
            <numerusform>The import was stopped; %1 row is in the store. Import the log again to go on.</numerusform>
            <numerusform>The import was stopped; %1 rows are in the store. Import the log again to go on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>goldpan::ui::OfferController</name>
    <message numerus="yes">
        <source>%1 other row(s) have this prompt and are not reviewed.</source>
        <translation>
            <numerusform>%1 other row has this prompt and is not reviewed.</numerusform>
            <numerusform>%1 other rows have this prompt and are not reviewed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>goldpan::ui::PolicyController</name>
    <message numerus="yes">
        <source>The store has these thresholds now; %1 row(s) are marked anew.</source>
        <translation>
            <numerusform>The store has these thresholds now; %1 row is marked anew.</numerusform>
            <numerusform>The store has these thresholds now; %1 rows are marked anew.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>goldpan::ui::PresetBar</name>
    <message numerus="yes">
        <source>%1, %2 row(s)</source>
        <translation>
            <numerusform>%1, %2 row</numerusform>
            <numerusform>%1, %2 rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 row(s), key %3</source>
        <translation>
            <numerusform>%1, %2 row, key %3</numerusform>
            <numerusform>%1, %2 rows, key %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 row(s), saved queue</source>
        <translation>
            <numerusform>%1, %2 row, saved queue</numerusform>
            <numerusform>%1, %2 rows, saved queue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 row(s), saved queue, key %3</source>
        <translation>
            <numerusform>%1, %2 row, saved queue, key %3</numerusform>
            <numerusform>%1, %2 rows, saved queue, key %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>goldpan::ui::ProblemController</name>
    <message numerus="yes">
        <source>%n piece(s) of PII redacted in the text. Ctrl+Z in the editor takes it back.</source>
        <translation>
            <numerusform>%n piece of PII redacted in the text. Ctrl+Z in the editor takes it back.</numerusform>
            <numerusform>%n pieces of PII redacted in the text. Ctrl+Z in the editor takes it back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>goldpan::ui::QueueController</name>
    <message numerus="yes">
        <source>%1 of %2 row(s)</source>
        <translation>
            <numerusform>%1 of %2 row</numerusform>
            <numerusform>%1 of %2 rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s)</source>
        <translation>
            <numerusform>%1 row</numerusform>
            <numerusform>%1 rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>goldpan::ui::SamplingText</name>
    <message numerus="yes">
        <source>%1: %2 row(s) read, %3 of them kept because they matter</source>
        <comment>a rule of sampling</comment>
        <translation>
            <numerusform>%1: %2 row read, %3 of them kept because they matter</numerusform>
            <numerusform>%1: %2 rows read, %3 of them kept because they matter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s) are not in the store; %2 of them are held for feedback and drift events.</source>
        <translation>
            <numerusform>%1 row is not in the store; %2 of them are held for feedback and drift events.</numerusform>
            <numerusform>%1 rows are not in the store; %2 of them are held for feedback and drift events.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s) came in by a late event, %2 were lost to sampling: an event spoke of them when they had gone.</source>
        <translation>
            <numerusform>%1 row came in by a late event, %2 were lost to sampling: an event spoke of them when they had gone.</numerusform>
            <numerusform>%1 rows came in by a late event, %2 were lost to sampling: an event spoke of them when they had gone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>goldpan::ui::StatusController</name>
    <message numerus="yes">
        <source>%1 unreviewed + %2 corrected + %3 accepted + %4 discarded + %5 deferred = %6 row(s)</source>
        <translation>
            <numerusform>%1 unreviewed + %2 corrected + %3 accepted + %4 discarded + %5 deferred = %6 row</numerusform>
            <numerusform>%1 unreviewed + %2 corrected + %3 accepted + %4 discarded + %5 deferred = %6 rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>goldpan::ui::TextFindings</name>
    <message numerus="yes">
        <source>%n PII found (%1)</source>
        <comment>pieces of PII, their kinds</comment>
        <translation>
            <numerusform>%n PII found (%1)</numerusform>
            <numerusform>%n PII found (%1)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>goldpan::ui::Timeline</name>
    <message numerus="yes">
        <source>%1: %2 row(s), %3 low confidence, %4 negative</source>
        <translation>
            <numerusform>%1: %2 row, %3 low confidence, %4 negative</numerusform>
            <numerusform>%1: %2 rows, %3 low confidence, %4 negative</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 stored row(s) far outside these days: not drawn</source>
        <translation>
            <numerusform>%1 stored row far outside these days: not drawn</numerusform>
            <numerusform>%1 stored rows far outside these days: not drawn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open drift window(s)</source>
        <translation>
            <numerusform>%n open drift window</numerusform>
            <numerusform>%n open drift windows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n trained drift window(s)</source>
        <translation>
            <numerusform>%n trained drift window</numerusform>
            <numerusform>%n trained drift windows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>goldpan::ui::TimelineChart</name>
    <message numerus="yes">
        <source>%1 · %n drift window(s)</source>
        <translation>
            <numerusform>%1 · %n drift window</numerusform>
            <numerusform>%1 · %n drift windows</numerusform>
        </translation>
    </message>
</context>
</TS>
