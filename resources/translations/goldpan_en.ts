<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>goldpan::ui::BulkController</name>
    <message numerus="yes">
        <source>%n row(s) decided by hand meanwhile stay so.</source>
        <translation>
            <numerusform>%n row decided by hand meanwhile stays so.</numerusform>
            <numerusform>%n rows decided by hand meanwhile stay so.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>goldpan::ui::FileController</name>
    <message numerus="yes">
        <source>The import was stopped; %n row(s) are in the store. Import the log again to go on.</source>
        <translation>
            <numerusform>The import was stopped; %n row is in the store. Import the log again to go on.</numerusform>
            <numerusform>The import was stopped; %n rows are in the store. Import the log again to go on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>goldpan::ui::PolicyController</name>
    <message numerus="yes">
        <source>The store has these thresholds now; %n row(s) are marked anew.</source>
        <translation>
            <numerusform>The store has these thresholds now; %n row is marked anew.</numerusform>
            <numerusform>The store has these thresholds now; %n rows are marked anew.</numerusform>
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
</TS>
