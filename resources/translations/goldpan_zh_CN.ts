<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>goldpan::ui::Bulk</name>
    <message>
        <source>Choose what to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Defer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reopen %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag %1 with %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take %2 off %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>discarding, 12 rows</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Tagging %1</source>
        <comment>12 rows</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking a tag off %1</source>
        <comment>12 rows</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::BulkController</name>
    <message>
        <source>an act on many rows is running; wait for it or cancel it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no store is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other long work is running; wait for it or cancel it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the rows are still being looked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the queue has no rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The act was stopped after %1 of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The act ended after %1 of %2. %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo (%1) takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo (%1) takes back what you did since first; History of the store, in the Review menu, undoes it at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s) left as they are: there was nothing to change.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 changed, %2 row(s) left as they are.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s) decided by hand meanwhile stay so.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>What was done stays as one act.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doing act %1 again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undoing act %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was stopped before anything was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo was stopped after %1 of %2. Redo (%3) goes on with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo was stopped after %1 of %2. Undo (%3) goes on with it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::BulkDialog</name>
    <message>
        <source>Act on the whole result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept: the answers are right as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard: not worth training on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Defer: keep for later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reopen: back to unreviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a tag off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>such as cluster:refunds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;What to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some of the rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Some of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All rows of the queue, as they stand there now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All rows of the queue, as they stand there now: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is so already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is chosen yet. One undo (%1) takes the whole act back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 will change, %2 row(s) are so already. One undo (%3) takes the whole act back.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>⚠ %1 row(s) with a correction lose it: its words become your draft there.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>goldpan::ui::CommandPalette</name>
    <message>
        <source>No command has such a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of a command</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::CommandRegistry</name>
    <message>
        <source>This cannot be a command&apos;s key: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be a command&apos;s key here: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is on this command already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 belongs to “%2” already. Take it off there first, or choose another key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not part of this window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>the name of a command</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::CommandTable</name>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import log…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export SFT batch…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo last act</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save and go to the next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save and stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redact the PII in the correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next problem in the correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous problem in the correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the queue, keep the draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the suggestion into the editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the request id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Defer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark operator_review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat the last action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Act on the whole result…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History of the row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History of the store…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next unreviewed row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous unreviewed row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drift window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User negative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deferred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked operator_review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First saved queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second saved queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this queue…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved queues…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous drift window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next drift window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page the text down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page the text up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference: inline, side by side, off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User&apos;s guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::CorrectionEditor</name>
    <message>
        <source>Correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the answer that the model should have given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a row to correct its answer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::Decision</name>
    <message>
        <source>Accepting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discarding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deferring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reopening</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::DiffController</name>
    <message>
        <source>no row is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correction (diff: identical)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correction (diff: +0 −0 words, white space only)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correction (diff: +%1 −%2 words)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Response, what was removed is marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::DiffView</name>
    <message>
        <source>Difference between response and correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the correction changes stands here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>identical: the correction is the response as it is</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::EmptyState</name>
    <message>
        <source>%1 (%2)</source>
        <comment>hint, keys</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::ErrorText</name>
    <message>
        <source>This cannot be done as asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check what was given and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have been moved or removed; check the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is not a Goldpan store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a .goldpan file, or make a store with File &gt; New.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This store was written by a newer Goldpan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed; update Goldpan to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is not a log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was stored; choose a file with one JSON object a line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its permissions, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was there is unchanged; check the folder&apos;s permissions or choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was saved is safe; free some space, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is using the store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is lost; try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The content is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run goldpan-cli check on it, or use a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filter has a mistake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rows shown are still the earlier ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value is outside its range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A later act has built on this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the later act first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was finished before is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goldpan made a mistake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was saved is safe; please report this with the steps that led here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::ExportController</name>
    <message>
        <source>no store is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export was stopped; nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s) exported to %2, %3 left out.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>goldpan::ui::ExportDialog</name>
    <message>
        <source>Export a batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What will be exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File or folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch.jsonl, batch.jsonl.gz, or a folder ending in /</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse for a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Write to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ta&amp;gs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every row, or a filter such as drift:last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ilter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redact corrections that hold PII, and export them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redact corrections that hold PII, and export them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Include rows with t&amp;ool turns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Include rows with tool turns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out corrections i&amp;dentical to the response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out corrections identical to the response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows with at least one of the ticked tags.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None ticked: rows with any tag at all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None ticked: every row, tagged or not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose where the batch is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name must end in .jsonl or .jsonl.gz, or in / for a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file exists and will be replaced when the export has succeeded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder with data, manifest and a card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A manifest is written beside the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batches (*.jsonl *.jsonl.gz)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::ExportFormat</name>
    <message>
        <source>SFT: conversation and correction as chat messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log: the rows themselves, lossless</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::ExportPage</name>
    <message>
        <source>The export dialog begins with these.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any tag, or names with commas between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ta&amp;gs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beside the store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse for a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;older</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redact corrections that hold PII, and export them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Include rows with &amp;tool turns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out corrections i&amp;dentical to the response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of batches</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::ExportReport</name>
    <message>
        <source>%1 left out: tagged, but not corrected yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left out: corrected, but without a chosen tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 held back: would not be a valid training row (tool turns, no user turn, parts that are not text)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 held back: PII in the correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left out: correction identical to the response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left out: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 exported with a warning: correction identical to the response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 exported with a warning: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rows: correct some rows first, or choose other tags.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rows: choose other tags, or widen the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows to export: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::FileController</name>
    <message>
        <source>Goldpan stores (*.goldpan);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logs (*.jsonl *.jsonl.gz *.ndjson);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an import is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a log. Import it into %2?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: this is not over yet. Stopping it loses nothing; what it did so far stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the other store when it is over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop it and open the other store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other store is opened when this is over: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other store is not opened, because words that you typed are not on disk yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import when it is over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop it and import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log is imported when this is over: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The import was stopped; %1 row(s) are in the store. Import the log again to go on.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>goldpan::ui::FilterBar</name>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter, such as  tag:drift_window logprob&lt;-3 &quot;refund policy&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words that may come next</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::FilterController</name>
    <message>
        <source>Filter, column %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no store is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No drift event is recorded in this store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the first drift window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the last drift window.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::GeneralPage</name>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another language counts from the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> pt</source>
        <comment>points, the size of a font</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the interface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Interface size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Font of texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the interface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Font of texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Size of texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts are the conversation, the response and the correction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command line says that %1 works here. The name above counts without --operator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decisions from now on are by %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::GuideView</name>
    <message>
        <source>User&apos;s guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contents of the user&apos;s guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page of the user&apos;s guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contents</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::History</name>
    <message>
        <source>corrected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>discarded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deferred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reopened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tag added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tag removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>corrections imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drift window tagged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>feedback applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tags from an import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>state: %1 → %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ tag %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>− tag %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>correction: %1 → %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draft of %1: %2 → %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of act %2</source>
        <comment>undo, number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what was done, to what</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (stopped before its end)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (undone)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::HistoryController</name>
    <message>
        <source>no store is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter undoes the chosen act, also a drift event or feedback. An act that a later one has built on is refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doing act %1 again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undoing act %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Act %1 is done again: %2 changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Act %1 is undone: %2 changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::HistoryPanel</name>
    <message>
        <source>Nothing has happened to this row yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When (UTC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::ImportText</name>
    <message>
        <source>%1 s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 row(s) imported</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s) were there already</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 piece(s) of PII redacted</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 bad line(s) in quarantine</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 unfinished last line(s) not read</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>.</source>
        <comment>ends a list of facts</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::IndexController</name>
    <message>
        <source>The search index cannot be built; filters work without it. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no index yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>index %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>index ready</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::KeyCapture</name>
    <message>
        <source>Press the new key here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::KeyOverrides</name>
    <message>
        <source>The stored keys of “%1” cannot be used; it has its default keys.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::KeyRules</name>
    <message>
        <source>it is not one key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc leaves every pane and dialog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab moves the focus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt with a character opens a menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text fields need it for editing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read-only text needs it for moving and copying</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::KeySheet</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::KeysModel</name>
    <message>
        <source>%1: %2</source>
        <comment>menu, command</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <comment>no key</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::KeysPage</name>
    <message>
        <source>Find a command or key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Defaults of this command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Defaults of a&amp;ll commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring my keys &amp;back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a key of “%2” now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no key of “%2” any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has its default keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your keys are back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All commands have their default keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not possible: %1</source>
        <comment>then the reason</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::LeaveGuard</name>
    <message>
        <source>Stay here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::MainWindow</name>
    <message>
        <source>%1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window stays open, because words that you typed are not on disk yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close and lose them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: this is not over yet. Stopping it loses nothing; what it did so far stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close when it is over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop it and close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window closes when this is over: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::Mark</name>
    <message>
        <source>unreviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>corrected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>discarded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deferred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>U</source>
        <comment>letter of unreviewed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C</source>
        <comment>letter of corrected</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A</source>
        <comment>letter of accepted</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X</source>
        <comment>letter of discarded, as its key</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S</source>
        <comment>letter of deferred, as its key</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::Menu</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a key, then where it counts</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::MessageText</name>
    <message>
        <source>reasoning:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(with parts that are not text)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calls %1</source>
        <comment>the function and arguments of a tool call</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, answer to %2</source>
        <comment>role of a tool turn, id of the call</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>role, name of the speaker</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::MetaHeader</name>
    <message>
        <source>%1 UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no logprob</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logprob %1 low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logprob %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, low confidence</source>
        <comment>logprob -4.21 low</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low confidence: below the threshold of this store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>user %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>user %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>request id %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>state: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No row</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::NoRowsText</name>
    <message>
        <source>No store is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import the log of a model, or open a store that you worked on before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search was stopped before it found a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search again, or change the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows are shown as they are found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This store is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a log into it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing left to review here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export what you have corrected, or widen the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No row matches the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the filter, or show all rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 imports · %2 opens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 searches again · %2 filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stops the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 exports · %2 shows all rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 filters · %2 shows all rows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::NoticeBar</name>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notices</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::OfferController</name>
    <message>
        <source>Use the same correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving the same correction for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 other row(s) have this prompt and are not reviewed.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>goldpan::ui::PaletteDelegate</name>
    <message>
        <source>not now: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::PaletteModel</name>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, not now: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::Panes</name>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::PolicyController</name>
    <message>
        <source>The rows are marked anew…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The store has these thresholds now; %1 row(s) are marked anew.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>goldpan::ui::PolicyPage</name>
    <message>
        <source>These belong to the open store and count for everybody who works in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Low confidence below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A row whose mean logprob is lower is marked and stands in the queue Low confidence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Drift window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long before a drift event rows are tagged, where the event does not say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> h</source>
        <comment>hours</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Apply to the store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply to the store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No store is open.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::Preferences</name>
    <message>
        <source>The settings file %1 cannot be read; the defaults count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The setting %1 makes no sense; its default counts.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::Preset</name>
    <message>
        <source>Flagged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drift window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User negative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deferred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::PresetBar</name>
    <message>
        <source>Preset queues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>queue, rows</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <comment>key, queue, rows</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 row(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 row(s), key %3</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 row(s), saved queue</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 row(s), saved queue, key %3</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>goldpan::ui::ProblemController</name>
    <message>
        <source>PII in the correction was redacted as it was saved. Export holds that row back until you have read it and saved it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to that row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no row is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The correction has no problems: no PII, and its placeholders are whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem %1 of %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Past the last one, on from the top. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Past the first one, on from the end. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of PII redacted in the text. Ctrl+Z in the editor takes it back.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No PII was found in the correction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was redacted: the text changed while it was looked through. %1 looks again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::QueueController</name>
    <message>
        <source>The rows cannot be counted: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no store is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no row is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End of queue: no unreviewed row below this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start of queue: no unreviewed row above this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This row is not in the queue you were in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to that queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>searching… %1 so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>searching…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · %1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 row(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source> · stopped, %1 searches again</source>
        <comment>the key of Refresh</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · %1 new, %2</source>
        <comment>how many rows, the key of Refresh</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::QueueModel</name>
    <message>
        <source>…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no longer in the store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a suggestion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the row stands in the review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the model was asked, UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean log probability of the response&apos;s tokens; low means the model was unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logprob</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why the row is worth a look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last thing the user said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version of the model that answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long the answer took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::QueueView</name>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::ReadOnlyText</name>
    <message>
        <source>Show more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show more of this text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy original text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::ResponseView</name>
    <message>
        <source>Response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The response of the selected row stands here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model answered with an empty text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reasoning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered with a tool call:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output that is no message:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::ReviewController</name>
    <message>
        <source>a correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an accept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a defer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a reopen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an added tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a removed tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an import of corrections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a drift event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>user feedback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tags of an import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The draft is not on disk yet, this window keeps it and tries again: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the row could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no row is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing was done yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request id is on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done again: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last correction is this row&apos;s draft now; nothing is saved yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An empty correction cannot be saved. Write the answer, or leave with %1 and discard the row with %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::ReviewSession</name>
    <message>
        <source>Saving the correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adding the tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removing the tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was so already: nothing to change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::RowText</name>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::SavedQueueController</name>
    <message>
        <source>no store is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no queue is saved yet, Queue &gt; Save this queue names one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only one queue is saved, Queue &gt; Save this queue names another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renamed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved; PII in its words was redacted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted. The window offers to put it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The saved queue “%1” was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::SavedQueuesDialog</name>
    <message>
        <source>New name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logprob</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, from the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved queues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name for the queue that is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name, then Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the queue that is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name for the queue that is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sho&amp;w</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter: %1 · by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all rows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::Scope</name>
    <message>
        <source>in the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the queue and in read-only text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>anywhere</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::SettingsDialog</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>General</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::StateLine</name>
    <message>
        <source>%1 UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draft · not yet durable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draft · durable %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draft · durable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ saved %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ not saved, the text is a draft again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ not saved, the text is a draft again: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no PII</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no PII found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty: cannot be saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line ends are LF now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State of the correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ PII was redacted: export holds it back until %1 and %2</source>
        <comment>keys of redact and save</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ PII was redacted: export holds it back until saved again, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>identical to the response: %1 accepts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::StatusController</name>
    <message>
        <source>drift window #%1: %2 of %3 corrected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 corrected today (UTC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2/min</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 unreviewed + %2 corrected + %3 accepted + %4 discarded + %5 deferred = %6 row(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>goldpan::ui::StoreHistory</name>
    <message>
        <source>History of the store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acts, newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Act</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When (UTC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show older acts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do this act again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo this act</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose act %1 itself to undo it or to do it again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::SuggestionController</name>
    <message>
        <source>no row is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this row has no suggestion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✦ suggestion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✦ suggestion · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the suggestion into the editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the suggestion into the editor, key %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The suggestion is in the editor already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The suggestion is this row&apos;s draft now; nothing is saved yet. %1 goes to it, and Ctrl+Z there takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::TagStrip</name>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tag, then Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove tag %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::TextFindings</name>
    <message numerus="yes">
        <source>%n PII found (%1)</source>
        <comment>pieces of PII, their kinds</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>placeholder %1 broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>placeholder %1 dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>placeholder %1 not in the conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a broken placeholder: it should read [%1].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the response has [%1] here and the correction has it nowhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neither the conversation nor the response has [%1].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: saving redacts it. %2 redacts it now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>goldpan::ui::TranscriptView</name>
    <message>
        <source>Conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The conversation of the selected row stands here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ messages and prompt of this row disagree; messages are shown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
