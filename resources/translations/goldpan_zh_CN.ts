<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>goldpan::ui::ActKind</name>
    <message>
        <source>a correction</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>an accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>a discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>a defer</source>
        <translation>暂缓</translation>
    </message>
    <message>
        <source>a reopen</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>an added tag</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>a removed tag</source>
        <translation>移除标签</translation>
    </message>
    <message>
        <source>an import of corrections</source>
        <translation>导入更正</translation>
    </message>
    <message>
        <source>a drift event</source>
        <translation>漂移事件</translation>
    </message>
    <message>
        <source>user feedback</source>
        <translation>用户反馈</translation>
    </message>
    <message>
        <source>tags of an import</source>
        <translation>导入带来的标签</translation>
    </message>
    <message>
        <source>an undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>a redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>a replaced draft</source>
        <translation>替换草稿</translation>
    </message>
    <message>
        <source>a re-redaction</source>
        <translation>重新脱敏</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::AllowDialog</name>
    <message>
        <source>This is not PII</source>
        <translation>这不是个人信息</translation>
    </message>
    <message>
        <source>Value that is never redacted</source>
        <translation>永不脱敏的值</translation>
    </message>
    <message>
        <source>&amp;Never redact</source>
        <translation>永不脱敏(&amp;N)</translation>
    </message>
    <message>
        <source>Exactly this value stays as it is in all that is imported, typed and exported in this store from now on, whatever rule finds it. What was redacted before stays redacted.</source>
        <translation>从现在起，在此存储库中导入、输入和导出的内容里，这个值（完全相同）保持原样，无论哪条规则找到它。之前已脱敏的内容仍保持脱敏。</translation>
    </message>
    <message>
        <source>Never redact it</source>
        <translation>永不脱敏</translation>
    </message>
    <message>
        <source>Never redact this value</source>
        <translation>永不对此值脱敏</translation>
    </message>
    <message>
        <source>The list of such values is kept in the store as it is read here, also in the history of the rules once it is taken back: whoever can open the store can read it. It is meant for values that are nobody&apos;s, such as the address of your own support.</source>
        <translation>这些值的列表按此处所见的原文保存在存储库中，撤回之后也仍留在规则历史里：能打开存储库的人都能读到。它只用于不属于任何个人的值，例如贵公司自己的客服邮箱。</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::BatchOptions</name>
    <message>
        <source>Gold set</source>
        <translation>黄金集</translation>
    </message>
    <message>
        <source>a file of evaluation cases</source>
        <translation>包含评测用例的文件</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Browse for a gold set</source>
        <translation>浏览黄金集文件</translation>
    </message>
    <message>
        <source>Gol&amp;d set</source>
        <translation>黄金集(&amp;D)</translation>
    </message>
    <message>
        <source>Most tokens of a row</source>
        <translation>每行最多 token 数</translation>
    </message>
    <message>
        <source>Any number</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>&amp;Most tokens of a row</source>
        <translation>每行最多 token 数(&amp;M)</translation>
    </message>
    <message>
        <source>Share for validation</source>
        <translation>验证集比例</translation>
    </message>
    <message>
        <source>None: one file</source>
        <translation>无：单个文件</translation>
    </message>
    <message>
        <source>Share for &amp;validation</source>
        <translation>验证集比例(&amp;V)</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Keep %n row(s) whatever the checks say, for the reasons given with the last batch</source>
        <translation>
            <numerusform>无论检查结果如何都保留 %n 行，理由同上一批次(&amp;K)</numerusform>
        </translation>
    </message>
    <message>
        <source>Empty: nothing is looked for in the rows.</source>
        <translation>留空：不在各行中查找评测用例。</translation>
    </message>
    <message>
        <source>⚠ There is no such file. Choose another one, or empty this line.</source>
        <translation>⚠ 没有这个文件。请另选一个，或清空此处。</translation>
    </message>
    <message>
        <source>Rows that share much of their words with one of its cases are contaminated.</source>
        <translation>与其中某个用例有大量相同文字的行视为被污染。</translation>
    </message>
    <message>
        <source>Evaluation cases (*.jsonl *.json);;All files (*)</source>
        <translation>评测用例 (*.jsonl *.json);;所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::Bulk</name>
    <message>
        <source>Choose what to do</source>
        <translation>请选择操作</translation>
    </message>
    <message>
        <source>Accept %1</source>
        <translation>接受 %1</translation>
    </message>
    <message>
        <source>Discard %1</source>
        <translation>丢弃 %1</translation>
    </message>
    <message>
        <source>Defer %1</source>
        <translation>暂缓 %1</translation>
    </message>
    <message>
        <source>Reopen %1</source>
        <translation>重新打开 %1</translation>
    </message>
    <message>
        <source>Tag %1 with %2</source>
        <translation>为 %1添加标签 %2</translation>
    </message>
    <message>
        <source>Name the tag</source>
        <translation>请填写标签</translation>
    </message>
    <message>
        <source>Take %2 off %1</source>
        <translation>从 %1移除标签 %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>discarding, 12 rows</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s)</source>
        <translation>
            <numerusform>%1 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Tagging %1</source>
        <comment>12 rows</comment>
        <translation>正在为 %1添加标签</translation>
    </message>
    <message>
        <source>Taking a tag off %1</source>
        <comment>12 rows</comment>
        <translation>正在从 %1移除标签</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::BulkController</name>
    <message>
        <source>an act on many rows is running; wait for it or cancel it</source>
        <translation>正在对多行执行操作；请等待它完成或将其取消</translation>
    </message>
    <message>
        <source>no store is open</source>
        <translation>没有打开的存储库</translation>
    </message>
    <message>
        <source>the rows are still being looked for</source>
        <translation>仍在查找行</translation>
    </message>
    <message>
        <source>the queue has no rows</source>
        <translation>队列中没有行</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>The act was stopped after %1 of %2.</source>
        <translation>操作已停止，完成 %1 行，共 %2。</translation>
    </message>
    <message>
        <source>The act ended after %1 of %2. %3</source>
        <translation>操作中断，完成 %1 行，共 %2。%3</translation>
    </message>
    <message>
        <source>Undo (%1) takes it back.</source>
        <translation>可用撤销（%1）还原。</translation>
    </message>
    <message>
        <source>Undo (%1) takes back what you did since first; History of the store, in the Review menu, undoes it at once.</source>
        <translation>撤销（%1）会先还原您之后的操作；“审核”菜单中的“存储库历史”可直接撤销它。</translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s) left as they are: there was nothing to change.</source>
        <translation>
            <numerusform>%1 行全部保持不变：没有需要更改的内容。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 changed, %2 row(s) left as they are.</source>
        <translation>
            <numerusform>%1已更改，%2 行保持不变。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s) decided by hand meanwhile stay so.</source>
        <translation>
            <numerusform>%1 行在此期间已手动决定，保持原样。</numerusform>
        </translation>
    </message>
    <message>
        <source>What was done stays as one act.</source>
        <translation>已完成的部分保留为一次操作。</translation>
    </message>
    <message>
        <source>Doing act %1 again</source>
        <translation>正在重做操作 %1</translation>
    </message>
    <message>
        <source>Undoing act %1</source>
        <translation>正在撤销操作 %1</translation>
    </message>
    <message>
        <source>It was stopped before anything was changed.</source>
        <translation>已停止，未作任何更改。</translation>
    </message>
    <message>
        <source>Redo was stopped after %1 of %2. Redo (%3) goes on with it.</source>
        <translation>重做已停止，完成 %1 行，共 %2。再次重做（%3）即可继续。</translation>
    </message>
    <message>
        <source>Undo was stopped after %1 of %2. Undo (%3) goes on with it.</source>
        <translation>撤销已停止，完成 %1 行，共 %2。再次撤销（%3）即可继续。</translation>
    </message>
    <message>
        <source>“%1” is not over yet; wait for it or cancel it</source>
        <translation>“%1”尚未完成；请等待或取消</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::BulkDialog</name>
    <message>
        <source>Act on the whole result</source>
        <translation>对全部结果执行操作</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>请选择…</translation>
    </message>
    <message>
        <source>Accept: the answers are right as they are</source>
        <translation>接受：回复本来就正确</translation>
    </message>
    <message>
        <source>Discard: not worth training on</source>
        <translation>丢弃：不值得用于训练</translation>
    </message>
    <message>
        <source>Defer: keep for later</source>
        <translation>暂缓：留待以后</translation>
    </message>
    <message>
        <source>Reopen: back to unreviewed</source>
        <translation>重新打开：恢复为未审核</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>Take a tag off</source>
        <translation>移除标签</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>such as cluster:refunds</source>
        <translation>例如 cluster:refunds</translation>
    </message>
    <message>
        <source>&amp;What to do</source>
        <translation>操作(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Tag</source>
        <translation>标签(&amp;T)</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>效果</translation>
    </message>
    <message>
        <source>Some of the rows</source>
        <translation>部分行</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>时间 (UTC)</translation>
    </message>
    <message>
        <source>Request id</source>
        <translation>请求 ID</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>&amp;Some of them</source>
        <translation>部分行(&amp;S)</translation>
    </message>
    <message>
        <source>Apply to %1</source>
        <translation>应用于 %1</translation>
    </message>
    <message>
        <source>All rows of the queue, as they stand there now.</source>
        <translation>队列中当前的所有行。</translation>
    </message>
    <message>
        <source>All rows of the queue, as they stand there now: %1</source>
        <translation>队列中当前的所有行：%1</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在计数…</translation>
    </message>
    <message>
        <source>changes</source>
        <translation>将更改</translation>
    </message>
    <message>
        <source>is so already</source>
        <translation>已是如此</translation>
    </message>
    <message>
        <source>Nothing is chosen yet. One undo (%1) takes the whole act back.</source>
        <translation>尚未选择操作。一次撤销（%1）即可整体还原。</translation>
    </message>
    <message numerus="yes">
        <source>%1 will change, %2 row(s) are so already. One undo (%3) takes the whole act back.</source>
        <translation>
            <numerusform>%1将更改，%2 行已是如此。一次撤销（%3）即可整体还原。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>⚠ %1 row(s) with a correction lose it: its words become your draft there.</source>
        <translation>
            <numerusform>⚠ %1 行将失去已有的更正：其内容会成为您在该行的草稿。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>goldpan::ui::ChartPane</name>
    <message>
        <source>Save picture…</source>
        <translation>保存图片…</translation>
    </message>
    <message>
        <source>Save picture: %1</source>
        <comment>the name of a chart</comment>
        <translation>保存图片：%1</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::CheckTable</name>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>排除</translation>
    </message>
    <message>
        <source>always</source>
        <translation>总是</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>only warned of</source>
        <translation>仅警告</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 row(s), left out: %3</source>
        <translation>
            <numerusform>%1：%2 行，排除：%3</numerusform>
        </translation>
    </message>
    <message>
        <source>by the policy</source>
        <translation>按策略</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::CommandPalette</name>
    <message>
        <source>No command has such a name.</source>
        <translation>没有这样的命令。</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Name of a command</source>
        <translation>命令名称</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::CommandRegistry</name>
    <message>
        <source>This cannot be a command&apos;s key: %1.</source>
        <translation>这不能作为命令的按键：%1。</translation>
    </message>
    <message>
        <source>%1 cannot be a command&apos;s key here: %2.</source>
        <translation>%1 在此处不能作为命令的按键：%2。</translation>
    </message>
    <message>
        <source>%1 is on this command already.</source>
        <translation>此命令已有按键 %1。</translation>
    </message>
    <message>
        <source>%1 belongs to “%2” already. Take it off there first, or choose another key.</source>
        <translation>%1 已属于“%2”。请先在那里移除，或选择其他按键。</translation>
    </message>
    <message>
        <source>it is not part of this window</source>
        <translation>此窗口不包含该功能</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>the name of a command</comment>
        <translation>“%1”</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::CommandTable</name>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>新建…</translation>
    </message>
    <message>
        <source>Import log…</source>
        <translation>导入日志…</translation>
    </message>
    <message>
        <source>Export SFT batch…</source>
        <translation>导出 SFT 批次…</translation>
    </message>
    <message>
        <source>Export again</source>
        <translation>再次导出</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Undo last act</source>
        <translation>撤销上一次操作</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Write the correction</source>
        <translation>编写更正</translation>
    </message>
    <message>
        <source>Save and go to the next</source>
        <translation>保存并转到下一行</translation>
    </message>
    <message>
        <source>Save and stay</source>
        <translation>保存并停留</translation>
    </message>
    <message>
        <source>Back to the response</source>
        <translation>恢复为模型回复</translation>
    </message>
    <message>
        <source>Redact the PII in the correction</source>
        <translation>对更正中的个人信息脱敏</translation>
    </message>
    <message>
        <source>Next problem in the correction</source>
        <translation>更正中的下一个问题</translation>
    </message>
    <message>
        <source>Previous problem in the correction</source>
        <translation>更正中的上一个问题</translation>
    </message>
    <message>
        <source>Back to the queue, keep the draft</source>
        <translation>返回队列并保留草稿</translation>
    </message>
    <message>
        <source>Take the suggestion into the editor</source>
        <translation>将建议填入编辑器</translation>
    </message>
    <message>
        <source>Copy the request id</source>
        <translation>复制请求 ID</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Defer</source>
        <translation>暂缓</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Mark operator_review</source>
        <translation>标记 operator_review</translation>
    </message>
    <message>
        <source>Edit tags</source>
        <translation>编辑标签</translation>
    </message>
    <message>
        <source>Repeat the last action</source>
        <translation>重复上一次动作</translation>
    </message>
    <message>
        <source>Act on the whole result…</source>
        <translation>对全部结果执行操作…</translation>
    </message>
    <message>
        <source>History of the row</source>
        <translation>本行历史</translation>
    </message>
    <message>
        <source>History of the store…</source>
        <translation>存储库历史…</translation>
    </message>
    <message>
        <source>Next row</source>
        <translation>下一行</translation>
    </message>
    <message>
        <source>Previous row</source>
        <translation>上一行</translation>
    </message>
    <message>
        <source>Next unreviewed row</source>
        <translation>下一个未审核行</translation>
    </message>
    <message>
        <source>Previous unreviewed row</source>
        <translation>上一个未审核行</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>需关注</translation>
    </message>
    <message>
        <source>Low confidence</source>
        <translation>低置信度</translation>
    </message>
    <message>
        <source>Drift window</source>
        <translation>漂移窗口</translation>
    </message>
    <message>
        <source>User negative</source>
        <translation>用户负反馈</translation>
    </message>
    <message>
        <source>Deferred</source>
        <translation>已暂缓</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>已更正</translation>
    </message>
    <message>
        <source>Marked operator_review</source>
        <translation>已标记 operator_review</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>所有行</translation>
    </message>
    <message>
        <source>First saved queue</source>
        <translation>第一个已保存队列</translation>
    </message>
    <message>
        <source>Second saved queue</source>
        <translation>第二个已保存队列</translation>
    </message>
    <message>
        <source>Save this queue…</source>
        <translation>保存此队列…</translation>
    </message>
    <message>
        <source>Saved queues…</source>
        <translation>已保存队列…</translation>
    </message>
    <message>
        <source>Previous drift window</source>
        <translation>上一个漂移窗口</translation>
    </message>
    <message>
        <source>Next drift window</source>
        <translation>下一个漂移窗口</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Page the text down</source>
        <translation>文本向下翻页</translation>
    </message>
    <message>
        <source>Page the text up</source>
        <translation>文本向上翻页</translation>
    </message>
    <message>
        <source>Difference: inline, side by side, off</source>
        <translation>差异：行内、并排、关闭</translation>
    </message>
    <message>
        <source>Back to the queue</source>
        <translation>返回队列</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>下一个窗格</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>默认文字大小</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>User&apos;s guide</source>
        <translation>用户指南</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Readiness</source>
        <translation>就绪情况</translation>
    </message>
    <message>
        <source>This is not PII…</source>
        <translation>这不是个人信息…</translation>
    </message>
    <message>
        <source>This is PII…</source>
        <translation>这是个人信息…</translation>
    </message>
    <message>
        <source>What the placeholders stand for</source>
        <translation>占位符的含义</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::CoreText</name>
    <message>
        <source>no parenthesis is open here</source>
        <translation>此处没有未闭合的括号</translation>
    </message>
    <message>
        <source>- stands right before what it excludes; to search for it write &quot;-&quot;</source>
        <translation>- 须紧接在要排除的条件之前；要搜索它本身请写 &quot;-&quot;</translation>
    </message>
    <message>
        <source>a term is excluded once; quote a text that begins with - or NOT</source>
        <translation>一个条件只能排除一次；以 - 或 NOT 开头的文本请加引号</translation>
    </message>
    <message>
        <source>a comparison has no spaces, as in logprob&lt;-3; to search for the word quote it</source>
        <translation>比较式中不能有空格，例如 logprob&lt;-3；要搜索该词请加引号</translation>
    </message>
    <message>
        <source>a term is missing after this</source>
        <translation>此后缺少一个条件</translation>
    </message>
    <message>
        <source>a term is missing before OR; to search for the word write &quot;OR&quot;</source>
        <translation>OR 之前缺少一个条件；要搜索该词请写 &quot;OR&quot;</translation>
    </message>
    <message>
        <source>parentheses are nested too deep</source>
        <translation>括号嵌套过深</translation>
    </message>
    <message>
        <source>this parenthesis is not closed</source>
        <translation>此括号未闭合</translation>
    </message>
    <message>
        <source>%1: needs a value right after the colon</source>
        <translation>%1: 冒号之后需要紧跟一个值</translation>
    </message>
    <message>
        <source>there is no field %1:; to search for text with a colon, put it in double quotes</source>
        <translation>没有字段 %1:；要搜索带冒号的文本，请加双引号</translation>
    </message>
    <message>
        <source>%1: takes a colon; to search for this text quote it</source>
        <translation>%1: 需要冒号；要搜索该文本请加引号</translation>
    </message>
    <message>
        <source>a comparison needs a number right after it, as in logprob&lt;-3</source>
        <translation>比较符之后需要紧跟数字，例如 logprob&lt;-3</translation>
    </message>
    <message>
        <source>is: takes low-confidence, flagged, draft or pii</source>
        <translation>is: 可取 low-confidence、flagged、draft 或 pii</translation>
    </message>
    <message>
        <source>state: takes unreviewed, corrected, accepted, discarded or deferred</source>
        <translation>state: 可取 unreviewed、corrected、accepted、discarded 或 deferred</translation>
    </message>
    <message>
        <source>%1 takes a date (2025-06-12) or a time (2025-06-12T03:04:05), UTC</source>
        <translation>%1 可取日期 (2025-06-12) 或时间 (2025-06-12T03:04:05)，UTC</translation>
    </message>
    <message>
        <source>drift: takes last or the number of a window, counted by time from 1</source>
        <translation>drift: 可取 last 或窗口编号，按时间从 1 起计</translation>
    </message>
    <message>
        <source>batch: takes the number of a batch, counted from 1</source>
        <translation>batch: 可取批次编号，从 1 起计</translation>
    </message>
    <message>
        <source>%1: takes only none; compare with &lt; &lt;= &gt; &gt;= or =</source>
        <translation>%1: 只可取 none；比较请用 &lt; &lt;= &gt; &gt;= 或 =</translation>
    </message>
    <message>
        <source>a comparison needs a number, as in logprob&lt;-3 or latency&gt;=2000</source>
        <translation>比较需要数字，例如 logprob&lt;-3 或 latency&gt;=2000</translation>
    </message>
    <message>
        <source>inside quotes a backslash is written \\ and a quote \&quot;</source>
        <translation>引号内反斜杠写作 \\，引号写作 \&quot;</translation>
    </message>
    <message>
        <source>the quote is not closed</source>
        <translation>引号未闭合</translation>
    </message>
    <message>
        <source>a space is missing after the closing quote</source>
        <translation>右引号之后缺少空格</translation>
    </message>
    <message>
        <source>there is nothing between the quotes</source>
        <translation>引号之间没有内容</translation>
    </message>
    <message>
        <source>the regular expression is not closed by a slash; quote the text to search for a slash</source>
        <translation>正则表达式缺少结尾的斜杠；要搜索斜杠请给文本加引号</translation>
    </message>
    <message>
        <source>there is nothing between the slashes</source>
        <translation>斜杠之间没有内容</translation>
    </message>
    <message>
        <source>the quote is not closed; to search for a quote write &quot;\&quot;&quot;</source>
        <translation>引号未闭合；要搜索引号请写 &quot;\&quot;&quot;</translation>
    </message>
    <message>
        <source>a field takes one value, not a group; quote a value in parentheses</source>
        <translation>字段只能取一个值，不能是一组；带括号的值请加引号</translation>
    </message>
    <message>
        <source>quotes must stand around the whole value</source>
        <translation>引号须括住整个值</translation>
    </message>
    <message>
        <source>the regular expression is not valid: %1</source>
        <translation>正则表达式无效：%1</translation>
    </message>
    <message>
        <source>the store has no row with this request id</source>
        <translation>存储库中没有此请求 ID 的行</translation>
    </message>
    <message>
        <source>the store has %1 drift windows</source>
        <translation>存储库有 %1 个漂移窗口</translation>
    </message>
    <message>
        <source>%1 has no act to undo</source>
        <translation>%1 没有可撤销的操作</translation>
    </message>
    <message>
        <source>a correction cannot be empty; discard the row instead</source>
        <translation>更正不能为空；请改为丢弃该行</translation>
    </message>
    <message>
        <source>a tag cannot be empty</source>
        <translation>标签不能为空</translation>
    </message>
    <message>
        <source>a tag can be 200 bytes long at most</source>
        <translation>标签最长为 200 字节</translation>
    </message>
    <message>
        <source>a tag is one line of valid text</source>
        <translation>标签须为一行有效文本</translation>
    </message>
    <message>
        <source>there is no saved queue of that name any more</source>
        <translation>已没有该名称的已保存队列</translation>
    </message>
    <message>
        <source>another saved queue has that name; choose another one</source>
        <translation>该名称已被另一个已保存队列使用；请换一个</translation>
    </message>
    <message>
        <source>stopped on request; nothing was changed</source>
        <translation>已按要求停止；未作任何更改</translation>
    </message>
    <message>
        <source>the store has no such row</source>
        <translation>存储库中没有该行</translation>
    </message>
    <message>
        <source>this is the store itself, not a log</source>
        <translation>这是存储库本身，不是日志</translation>
    </message>
    <message>
        <source>a folder is no log; name the files in it</source>
        <translation>文件夹不是日志；请指定其中的文件</translation>
    </message>
    <message>
        <source>the compressed data is damaged; fetch the file again</source>
        <translation>压缩数据已损坏；请重新获取文件</translation>
    </message>
    <message>
        <source>unexpected end of compressed data; fetch the file again</source>
        <translation>压缩数据意外结束；请重新获取文件</translation>
    </message>
    <message>
        <source>this is a folder, not a store</source>
        <translation>这是文件夹，不是存储库</translation>
    </message>
    <message>
        <source>the file is no Goldpan store; goldpan-cli import makes one from a log</source>
        <translation>该文件不是 Goldpan 存储库；goldpan-cli import 可由日志创建</translation>
    </message>
    <message>
        <source>the file is a SQLite database, but no Goldpan store</source>
        <translation>该文件是 SQLite 数据库，但不是 Goldpan 存储库</translation>
    </message>
    <message>
        <source>the file system cannot hold a shared store; copy it to a local disk</source>
        <translation>该文件系统无法存放共享存储库；请复制到本地磁盘</translation>
    </message>
    <message>
        <source>this is a device or a pipe, not a file; name another</source>
        <translation>这是设备或管道，不是文件；请另行指定</translation>
    </message>
    <message>
        <source>this is a folder; add / to its name to write a batch into it</source>
        <translation>这是文件夹；在名称后加 / 可将批次写入其中</translation>
    </message>
    <message>
        <source>the folder to write into is not there; make it first</source>
        <translation>要写入的文件夹不存在；请先创建</translation>
    </message>
    <message>
        <source>the batch would replace the store itself; choose another name</source>
        <translation>批次会覆盖存储库本身；请另取名称</translation>
    </message>
    <message>
        <source>%1 has no undone act to do again</source>
        <translation>%1 没有可重做的操作</translation>
    </message>
    <message>
        <source>act %1 is already undone</source>
        <translation>操作 %1 已经撤销</translation>
    </message>
    <message>
        <source>act %1 cannot be undone: act %2 (%3 by %4) has built on it; undo that first</source>
        <translation>操作 %1 无法撤销：操作 %2（%3，操作者 %4）建立在它之上；请先撤销那个操作</translation>
    </message>
    <message>
        <source>act %1 cannot be done again: act %2 (%3 by %4) has built on it; undo that first</source>
        <translation>操作 %1 无法重做：操作 %2（%3，操作者 %4）建立在它之上；请先撤销那个操作</translation>
    </message>
    <message>
        <source>act %1 cannot be undone: a row it changed is different now; see the history of the row</source>
        <translation>操作 %1 无法撤销：它更改过的一行现在已不同；请查看该行的历史记录</translation>
    </message>
    <message>
        <source>act %1 cannot be done again: a row it changed is different now; see the history of the row</source>
        <translation>操作 %1 无法重做：它更改过的一行现在已不同；请查看该行的历史记录</translation>
    </message>
    <message>
        <source>the correction that was to be used was taken back or changed; nothing was done</source>
        <translation>要使用的更正已被撤回或更改；未做任何操作</translation>
    </message>
    <message>
        <source>somebody has saved a newer queue of that name; it was left as it is</source>
        <translation>有人保存了同名的更新的队列；该队列保持原样</translation>
    </message>
    <message>
        <source>a queue needs a name of one line, of at most %1 bytes</source>
        <translation>队列需要一个单行的名称，最多 %1 字节</translation>
    </message>
    <message>
        <source>the file holds not one JSON object; nothing was read</source>
        <translation>文件中没有任何 JSON 对象；未读取任何内容</translation>
    </message>
    <message>
        <source>the store has to be brought up to date first, and another program has it open; close that one and try again</source>
        <translation>存储库须先升级，但另一个程序正打开着它；请关闭那个程序后重试</translation>
    </message>
    <message>
        <source>the store was written by a later version of Goldpan (schema %1, this program knows %2); update Goldpan</source>
        <translation>该存储库由更新版本的 Goldpan 写入（架构版本 %1，本程序支持到 %2）；请更新 Goldpan</translation>
    </message>
    <message>
        <source>act %1 is not undone, so there is nothing to do again</source>
        <translation>操作 %1 没有被撤销，因此没有可重做的内容</translation>
    </message>
    <message>
        <source>the journal has no act %1; see goldpan-cli history</source>
        <translation>操作记录中没有操作 %1；请查看 goldpan-cli history</translation>
    </message>
    <message>
        <source>a state in the journal is damaged; run check on the store</source>
        <translation>操作记录中的一个状态已损坏；请对存储库运行 check</translation>
    </message>
    <message>
        <source>a correction in the journal is damaged; run check on the store</source>
        <translation>操作记录中的一条更正已损坏；请对存储库运行 check</translation>
    </message>
    <message>
        <source>stopped on request; what was built is kept, run it again to go on</source>
        <translation>已按要求停止；已建立的部分会保留，再次运行即可继续</translation>
    </message>
    <message>
        <source>stopped on request</source>
        <translation>已按要求停止</translation>
    </message>
    <message>
        <source>another program dropped the index; build it again if it is wanted</source>
        <translation>另一个程序移除了索引；如有需要请重新建立</translation>
    </message>
    <message>
        <source>the policy is set, but not every row is marked by it yet; set it again to finish</source>
        <translation>策略已设定，但尚未标记所有行；再次设定即可完成</translation>
    </message>
    <message>
        <source>the policy value is not a number in its range</source>
        <translation>策略的值不是允许范围内的数字</translation>
    </message>
    <message>
        <source>the policy value is not a whole number in its range</source>
        <translation>策略的值不是允许范围内的整数</translation>
    </message>
    <message>
        <source>a row of the store has no text; see goldpan-cli check</source>
        <translation>存储库中有一行没有文本；请查看 goldpan-cli check</translation>
    </message>
    <message>
        <source>a row holds JSON that cannot be read; run goldpan-cli check on the store</source>
        <translation>有一行包含无法读取的 JSON；请对存储库运行 goldpan-cli check</translation>
    </message>
    <message>
        <source>there is other data behind the compressed text; unpack the file first</source>
        <translation>压缩文本之后还有其他数据；请先解压文件</translation>
    </message>
    <message>
        <source>the import broke off: %1</source>
        <translation>导入中断：%1</translation>
    </message>
    <message>
        <source>the import was stopped</source>
        <translation>导入已停止</translation>
    </message>
    <message>
        <source>the store got other redaction rules meanwhile, and what was read is not stored by the old ones; import again, what is stored is passed over</source>
        <translation>其间存储库换了脱敏规则，已读入的内容不再按旧规则存入；请重新导入，已存入的行会跳过</translation>
    </message>
    <message>
        <source>the store&apos;s user ids are hashed with another key by now; the rest of the log is not stored. Begin again with that key</source>
        <translation>存储库中的用户 ID 现在以另一把密钥取哈希；日志的其余部分未存入。请用那把密钥重新开始</translation>
    </message>
    <message>
        <source>Qt&apos;s SQLite driver is missing; install libqt6sql6-sqlite</source>
        <translation>缺少 Qt 的 SQLite 驱动；请安装 libqt6sql6-sqlite</translation>
    </message>
    <message>
        <source>the file is there already; choose another name or open it</source>
        <translation>文件已存在；请换一个名称或打开它</translation>
    </message>
    <message>
        <source>the log of a store that was here before is still there; move it away and import again</source>
        <translation>此处先前存储库的日志文件仍在；请将其移走后重新导入</translation>
    </message>
    <message>
        <source>another import is making this store; wait for it and run this again</source>
        <translation>另一个导入正在建立此存储库；请等待其完成后重试</translation>
    </message>
    <message>
        <source>another program made this store meanwhile; run the import again to add to it</source>
        <translation>另一个程序已在此期间建立了此存储库；请重新导入以添加内容</translation>
    </message>
    <message>
        <source>the export needs a file name, or a folder name that ends in /</source>
        <translation>导出需要一个文件名，或以 / 结尾的文件夹名</translation>
    </message>
    <message>
        <source>this is not the manifest of a Goldpan batch</source>
        <translation>这不是 Goldpan 批次的清单</translation>
    </message>
    <message>
        <source>the manifest was written by a later version of Goldpan; update to read it</source>
        <translation>该清单由更新版本的 Goldpan 写入；请更新后再读取</translation>
    </message>
    <message>
        <source>the export spec is not a JSON object</source>
        <translation>导出设定不是 JSON 对象</translation>
    </message>
    <message>
        <source>the export spec needs a list of texts here</source>
        <translation>导出设定在此处需要一个文本列表</translation>
    </message>
    <message>
        <source>the export spec needs true or false here</source>
        <translation>导出设定在此处需要 true 或 false</translation>
    </message>
    <message>
        <source>the export spec has a key that this version does not know</source>
        <translation>导出设定包含此版本不认识的键</translation>
    </message>
    <message>
        <source>filter: %1</source>
        <translation>筛选：%1</translation>
    </message>
    <message>
        <source>the policy has no such key</source>
        <translation>策略中没有此项</translation>
    </message>
    <message>
        <source>no log is named</source>
        <translation>未指定日志</translation>
    </message>
    <message>
        <source>zlib could not start</source>
        <translation>zlib 无法启动</translation>
    </message>
    <message>
        <source>no drift is recorded</source>
        <translation>没有记录漂移</translation>
    </message>
    <message>
        <source>the window was trained on with batch %1</source>
        <translation>该窗口已用批次 %1 训练</translation>
    </message>
    <message>
        <source>the drift lies in the future</source>
        <translation>漂移时间在将来</translation>
    </message>
    <message>
        <source>collect more: %1 of %2 corrected rows in the window</source>
        <translation>还需收集：窗口内已更正 %1 行，共需 %2 行</translation>
    </message>
    <message>
        <source>%1 corrected rows in the window of the drift</source>
        <translation>漂移窗口内有 %1 个已更正行</translation>
    </message>
    <message>
        <source>no row has a time to count from</source>
        <translation>没有带时间的行可作起点</translation>
    </message>
    <message>
        <source>the time to count from lies in the future</source>
        <translation>起算时间在将来</translation>
    </message>
    <message>
        <source>no corrected row would be exported</source>
        <translation>没有已更正行可以导出</translation>
    </message>
    <message>
        <source>%1 of %2 days since the last retraining</source>
        <translation>距上次再训练 %1 天，共需 %2 天</translation>
    </message>
    <message>
        <source>%1 of %2 days since the first row</source>
        <translation>距第一行 %1 天，共需 %2 天</translation>
    </message>
    <message>
        <source>%1 days since the last retraining</source>
        <translation>距上次再训练 %1 天</translation>
    </message>
    <message>
        <source>%1 days since the first row</source>
        <translation>距第一行 %1 天</translation>
    </message>
    <message>
        <source>no corrected row has a tag that begins with cluster:</source>
        <translation>没有已更正行带有以 cluster: 开头的标签</translation>
    </message>
    <message>
        <source>collect more: %1 of %2 corrected rows of the cluster that no training has had</source>
        <translation>还需收集：该聚类尚未用于训练的已更正行有 %1 行，共需 %2 行</translation>
    </message>
    <message>
        <source>%1 corrected rows of the cluster that no training has had</source>
        <translation>该聚类有 %1 个尚未用于训练的已更正行</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>已达到</translation>
    </message>
    <message>
        <source>shown only</source>
        <translation>仅显示</translation>
    </message>
    <message>
        <source>the candidate has no such suite</source>
        <translation>候选模型没有该测试集</translation>
    </message>
    <message>
        <source>the candidate has no figure for it</source>
        <translation>候选模型没有该项数值</translation>
    </message>
    <message>
        <source>the candidate&apos;s figure is no number</source>
        <translation>候选模型的数值不是数字</translation>
    </message>
    <message>
        <source>the candidate&apos;s figure is of no case at all</source>
        <translation>候选模型的数值没有任何用例</translation>
    </message>
    <message>
        <source>%1 of %2 cases ended in an error, %3 are allowed</source>
        <translation>%2 个用例中有 %1 个以错误结束，允许 %3 个</translation>
    </message>
    <message>
        <source>an unknown number of cases, %1 are needed</source>
        <translation>用例数未知，需要 %1 个</translation>
    </message>
    <message>
        <source>%1 cases, %2 are needed</source>
        <translation>%1 个用例，需要 %2 个</translation>
    </message>
    <message>
        <source>no baseline and no threshold</source>
        <translation>没有基线也没有阈值</translation>
    </message>
    <message>
        <source>no baseline to compare with</source>
        <translation>没有可比较的基线</translation>
    </message>
    <message>
        <source>the baseline has no figure for it</source>
        <translation>基线没有该项数值</translation>
    </message>
    <message>
        <source>the candidate&apos;s run broke off: %1</source>
        <translation>候选模型的评测中断：%1</translation>
    </message>
    <message>
        <source>the baseline&apos;s run broke off: %1</source>
        <translation>基线的评测中断：%1</translation>
    </message>
    <message>
        <source>the candidate&apos;s pass rate does not lie between 0 and 1</source>
        <translation>候选模型的通过率不在 0 与 1 之间</translation>
    </message>
    <message>
        <source>the baseline&apos;s pass rate does not lie between 0 and 1</source>
        <translation>基线的通过率不在 0 与 1 之间</translation>
    </message>
    <message>
        <source>the runs do not compare: an unknown number of cases against %1</source>
        <translation>两次评测不可比：用例数未知，对 %1 个</translation>
    </message>
    <message>
        <source>the runs do not compare: %1 cases against an unknown number</source>
        <translation>两次评测不可比：%1 个用例对未知数目</translation>
    </message>
    <message>
        <source>the runs do not compare: %1 cases against %2</source>
        <translation>两次评测不可比：%1 个用例对 %2 个</translation>
    </message>
    <message>
        <source>the runs do not compare: %1 of the candidate&apos;s cases are not among the baseline&apos;s</source>
        <translation>两次评测不可比：候选模型有 %1 个用例不在基线之中</translation>
    </message>
    <message>
        <source>the runs do not compare: %1 of the baseline&apos;s cases are not among the candidate&apos;s</source>
        <translation>两次评测不可比：基线有 %1 个用例不在候选模型之中</translation>
    </message>
    <message>
        <source>the runs do not compare: %1 against %2</source>
        <translation>两次评测不可比：%1 对 %2</translation>
    </message>
    <message>
        <source>%1 cases of the baseline ended in an error</source>
        <translation>基线有 %1 个用例以错误结束</translation>
    </message>
    <message>
        <source>new failures are not known: the runs do not name their cases</source>
        <translation>新增失败未知：评测没有给出用例名称</translation>
    </message>
    <message>
        <source>new failures are not known: the runs do not name their cases (%1)</source>
        <translation>新增失败未知：评测没有给出用例名称（%1）</translation>
    </message>
    <message>
        <source>%1 is below %2</source>
        <translation>%1 低于 %2</translation>
    </message>
    <message>
        <source>%1 is above %2</source>
        <translation>%1 高于 %2</translation>
    </message>
    <message>
        <source>%1 worse than the baseline&apos;s %2, %3 is allowed</source>
        <translation>比基线的 %2 差 %1，允许 %3</translation>
    </message>
    <message>
        <source>a gain of %1 over the baseline&apos;s %2, %3 is asked for</source>
        <translation>比基线的 %2 提高 %1，要求 %3</translation>
    </message>
    <message>
        <source>%1 cases that passed in the baseline fail, %2 are allowed</source>
        <translation>%1 个基线通过的用例失败，允许 %2 个</translation>
    </message>
    <message>
        <source>the file of the open store was deleted, moved or replaced; what is written now would be lost, so nothing is until that file is back</source>
        <translation>打开的存储库文件已被删除、移走或替换；现在写入的内容会丢失，因此在原文件放回之前不会写入任何内容</translation>
    </message>
    <message>
        <source>the filter holds PII, and with a token in its place it would find other rows; take the PII out of it</source>
        <translation>筛选条件含有个人信息，换成占位符会找到别的行；请从中去掉个人信息</translation>
    </message>
    <message>
        <source>the filter of that batch held PII and was not kept, and without it the batch would hold other rows; give the filter again</source>
        <translation>该批次的筛选条件含有个人信息，未予保留；没有它，批次会包含别的行；请重新给出筛选条件</translation>
    </message>
    <message>
        <source>act %1 cannot be undone: its words were re-redacted by act %2</source>
        <translation>操作 %1 无法撤销：其中的文字已由操作 %2 重新脱敏</translation>
    </message>
    <message>
        <source>act %1 cannot be done again: its words were re-redacted by act %2</source>
        <translation>操作 %1 无法重做：其中的文字已由操作 %2 重新脱敏</translation>
    </message>
    <message>
        <source>act %1 is a re-redaction: what it took away is nowhere any more</source>
        <translation>操作 %1 是重新脱敏：被去除的内容已不复存在</translation>
    </message>
    <message>
        <source>the allow-list has no such value any more</source>
        <translation>永不脱敏的列表中已没有此值</translation>
    </message>
    <message>
        <source>a rule set is at most 1 MB; is this the right file?</source>
        <translation>规则集最大为 1 MB；文件选对了吗？</translation>
    </message>
    <message>
        <source>the rule set is not JSON from here on</source>
        <translation>规则集从此处起不是 JSON</translation>
    </message>
    <message>
        <source>a rule set nests at most 8 deep</source>
        <translation>规则集最多嵌套 8 层</translation>
    </message>
    <message>
        <source>a key is given twice in one object</source>
        <translation>同一个对象中某个键出现了两次</translation>
    </message>
    <message>
        <source>somebody else has changed the store&apos;s redaction rules meanwhile; look at them first</source>
        <translation>其他人在此期间更改了存储库的脱敏规则；请先查看</translation>
    </message>
    <message>
        <source>a rule set has at most 200 rules</source>
        <translation>规则集最多有 200 条规则</translation>
    </message>
    <message>
        <source>a rule set has at most 10000 values that are never redacted</source>
        <translation>规则集最多有 10000 个永不脱敏的值</translation>
    </message>
    <message>
        <source>a token is 2 to 32 capitals and _, such as [CUSTOMER_NO]; one or two digits only behind a _, such as [LINE_2]</source>
        <translation>占位符由 2 到 32 个大写字母和 _ 组成，例如 [CUSTOMER_NO]；一两位数字只能放在 _ 之后，例如 [LINE_2]</translation>
    </message>
    <message>
        <source>[DROPPED] stands for texts that could not be redacted; choose another token</source>
        <translation>[DROPPED] 表示无法脱敏的文本；请选择其他占位符</translation>
    </message>
    <message>
        <source>a pattern has 1 to 4096 bytes</source>
        <translation>模式的长度为 1 到 4096 字节</translation>
    </message>
    <message>
        <source>a value that is never redacted has 1 to 512 bytes</source>
        <translation>永不脱敏的值的长度为 1 到 512 字节</translation>
    </message>
    <message>
        <source>a value that is never redacted has no blank at its ends</source>
        <translation>永不脱敏的值两端不能有空白</translation>
    </message>
    <message>
        <source>a * stands only before the @ of a mail domain, such as *@example.com</source>
        <translation>* 只能放在邮件域名的 @ 之前，例如 *@example.com</translation>
    </message>
    <message>
        <source>%1 in %2 of the first %3 objects</source>
        <translation>前 %3 个对象中有 %2 个含 %1</translation>
    </message>
    <message>
        <source>%1 in %2 of the first %3 object</source>
        <translation>前 %3 个对象中有 %2 个含 %1</translation>
    </message>
    <message>
        <source>the file holds server-sent events</source>
        <translation>文件内容为服务器推送事件</translation>
    </message>
    <message>
        <source>several answers, of which the first counts</source>
        <translation>有多个回答，以第一个为准</translation>
    </message>
    <message>
        <source>feedback of a trace, given to several of its calls</source>
        <translation>属于整条追踪的反馈，已赋予其中多次调用</translation>
    </message>
    <message>
        <source>a correction that holds no words</source>
        <translation>更正中没有文字</translation>
    </message>
    <message>
        <source>thumbs up beside thumbs down</source>
        <translation>同时有点赞和点踩</translation>
    </message>
    <message>
        <source>several corrections, of which the last counts</source>
        <translation>有多个更正，以最后一个为准</translation>
    </message>
    <message>
        <source>there is no question beside the answer</source>
        <translation>有回答而没有问题</translation>
    </message>
    <message>
        <source>tool arguments that are encoded twice</source>
        <translation>工具参数被编码了两次</translation>
    </message>
    <message>
        <source>the conversation ends without an answer</source>
        <translation>对话结束时没有回答</translation>
    </message>
    <message>
        <source>no content was recorded</source>
        <translation>没有记录内容</translation>
    </message>
    <message>
        <source>there is no answer</source>
        <translation>没有回答</translation>
    </message>
    <message>
        <source>the run was never finished</source>
        <translation>运行从未结束</translation>
    </message>
    <message>
        <source>not asked for</source>
        <translation>未要求读取</translation>
    </message>
    <message>
        <source>the call failed</source>
        <translation>调用失败</translation>
    </message>
    <message>
        <source>not an LLM call</source>
        <translation>不是对 LLM 的调用</translation>
    </message>
    <message>
        <source>no content was recorded: LiteLLM stores prompts in spend logs only where it is told to</source>
        <translation>没有记录内容：LiteLLM 仅在设置后才会在支出日志中保存提示词</translation>
    </message>
    <message>
        <source>the stream ended before the answer did</source>
        <translation>数据流在回答结束前中断</translation>
    </message>
    <message>
        <source>an event of the stream is no JSON</source>
        <translation>数据流中有一个事件不是 JSON</translation>
    </message>
    <message>
        <source>several streamed answers stand in one response</source>
        <translation>一个响应中含有多个流式回答</translation>
    </message>
    <message>
        <source>none of the records that the profile reads is in it</source>
        <translation>其中没有该配置要读取的记录</translation>
    </message>
    <message>
        <source>nothing joins a companion file to this log; name a profile that does</source>
        <translation>没有任何规则把附属文件并入此日志；请指定能这样做的配置</translation>
    </message>
    <message>
        <source>the export spec has a format that this version does not know</source>
        <translation>导出设定包含此版本不认识的格式</translation>
    </message>
    <message>
        <source>the policy value is not a list of checks, or none</source>
        <translation>策略的值不是检查的列表，也不是 none</translation>
    </message>
    <message>
        <source>the export spec needs a reason by request id here</source>
        <translation>导出设定在此处需要按请求 ID 给出的理由</translation>
    </message>
    <message>
        <source>the export spec needs a number here</source>
        <translation>导出设定在此处需要一个数字</translation>
    </message>
    <message>
        <source>the gold set has something here that is no evaluation case: it needs messages, or a prompt, perhaps with a reference</source>
        <translation>黄金集在此处有不是评测用例的内容：需要消息，或提示（可带参考答案）</translation>
    </message>
    <message>
        <source>the gold set holds no evaluation case</source>
        <translation>黄金集中没有评测用例</translation>
    </message>
    <message>
        <source>no check has this name; there are duplicate, contaminated, conflict, identical, stop_token, too_long and broken_token</source>
        <translation>没有这个名称的检查；现有 duplicate、contaminated、conflict、identical、stop_token、too_long 和 broken_token</translation>
    </message>
    <message>
        <source>what is contaminated can be told only with a gold set; name it</source>
        <translation>只有给出黄金集才能判断是否污染；请指定它</translation>
    </message>
    <message>
        <source>what is too long can be told only with a number of tokens; name it</source>
        <translation>只有给出词元数才能判断是否过长；请指定它</translation>
    </message>
    <message>
        <source>the number of tokens must be positive</source>
        <translation>词元数必须为正数</translation>
    </message>
    <message>
        <source>the share for validation lies between 0 and 1</source>
        <translation>验证集的比例介于 0 和 1 之间</translation>
    </message>
    <message>
        <source>a batch of whole rows is neither checked nor split</source>
        <translation>整行批次既不检查也不拆分</translation>
    </message>
    <message>
        <source>more feedback than a row keeps, of which the last counts</source>
        <translation>反馈多于一行所能保留的，以最后的为准</translation>
    </message>
    <message>
        <source>a correction by a judge or a program</source>
        <translation>由评判模型或程序作出的更正</translation>
    </message>
    <message>
        <source>the run was begun more than once</source>
        <translation>该运行开始了不止一次</translation>
    </message>
    <message>
        <source>the begin of the run was not seen</source>
        <translation>未见到该运行的开始</translation>
    </message>
    <message>
        <source>what stands around several rows is long, and kept with a few of them</source>
        <translation>多行共有的外围内容很长，只随其中几行保留</translation>
    </message>
    <message>
        <source>the stream ended with an error</source>
        <translation>数据流因错误而中断</translation>
    </message>
    <message>
        <source>a file of this name is part of the store beside it; choose another name</source>
        <translation>这个名字的文件属于旁边的存储库；请另选名称</translation>
    </message>
    <message>
        <source>this is a store; choose another name</source>
        <translation>这是一个存储库；请另选名称</translation>
    </message>
    <message>
        <source>another export is writing this batch; wait for its end or choose another name</source>
        <translation>另一个导出正在写这个批次；请等它结束，或另选名称</translation>
    </message>
    <message>
        <source>the name of the batch is not UTF-8, so no manifest could say it</source>
        <translation>批次的名称不是 UTF-8，清单无法写出它</translation>
    </message>
    <message>
        <source>this is the name of a manifest; name the batch that it is to be beside</source>
        <translation>这是清单的名称；请指定它所属的批次</translation>
    </message>
    <message>
        <source>the batch would replace its gold set; choose another name</source>
        <translation>批次会覆盖它的黄金集；请另选名称</translation>
    </message>
    <message>
        <source>the gold set is compressed; unpack it first</source>
        <translation>黄金集是压缩文件；请先解压</translation>
    </message>
    <message>
        <source>the export of this batch was stopped before its files had their names; run it again, or verify it with --store and the store that wrote it</source>
        <translation>这个批次的导出在文件定名之前被中断；请重新导出，或用 --store 加上写出它的存储库来验证</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::CorrectionEditor</name>
    <message>
        <source>Correction</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Write the answer that the model should have given.</source>
        <translation>请写出模型本应给出的回复。</translation>
    </message>
    <message>
        <source>Select a row to correct its answer.</source>
        <translation>请选择一行以更正其回复。</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::Decision</name>
    <message>
        <source>Accepting</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Discarding</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Deferring</source>
        <translation>暂缓</translation>
    </message>
    <message>
        <source>Reopening</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>%1 (row %2)</source>
        <translation>%1（行 %2）</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::DiffController</name>
    <message>
        <source>no row is selected</source>
        <translation>未选中任何行</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Correction (diff: identical)</source>
        <translation>更正（差异：相同）</translation>
    </message>
    <message>
        <source>Correction (diff: +0 −0 words, white space only)</source>
        <translation>更正（差异：+0 −0 词，仅空白不同）</translation>
    </message>
    <message>
        <source>Correction (diff: +%1 −%2 words)</source>
        <translation>更正（差异：+%1 −%2 词）</translation>
    </message>
    <message>
        <source>Response, what was removed is marked</source>
        <translation>模型回复（标出删去的内容）</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::DiffView</name>
    <message>
        <source>Difference between response and correction</source>
        <translation>模型回复与更正的差异</translation>
    </message>
    <message>
        <source>What the correction changes stands here.</source>
        <translation>此处显示更正所作的修改。</translation>
    </message>
    <message>
        <source>identical: the correction is the response as it is</source>
        <translation>相同：更正与模型回复一致</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::EmptyState</name>
    <message>
        <source>%1 (%2)</source>
        <comment>hint, keys</comment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::ErrorText</name>
    <message>
        <source>This cannot be done as asked</source>
        <translation>无法按要求执行</translation>
    </message>
    <message>
        <source>Check what was given and try again.</source>
        <translation>请检查输入后重试。</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>It may have been moved or removed; check the name.</source>
        <translation>它可能已被移动或删除；请检查名称。</translation>
    </message>
    <message>
        <source>This file is not a Goldpan store</source>
        <translation>该文件不是 Goldpan 存储库</translation>
    </message>
    <message>
        <source>Open a .goldpan file, or make a store with File &gt; New.</source>
        <translation>请打开 .goldpan 文件，或通过“文件 &gt; 新建”创建存储库。</translation>
    </message>
    <message>
        <source>This store was written by a newer Goldpan</source>
        <translation>此存储库由更新版本的 Goldpan 写入</translation>
    </message>
    <message>
        <source>Nothing was changed; update Goldpan to open it.</source>
        <translation>未作任何更改；请升级 Goldpan 后再打开。</translation>
    </message>
    <message>
        <source>This file is not a log</source>
        <translation>该文件不是日志</translation>
    </message>
    <message>
        <source>Nothing was stored; choose a file with one JSON object a line.</source>
        <translation>未存储任何内容；请选择每行一个 JSON 对象的文件。</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>无法读取文件</translation>
    </message>
    <message>
        <source>Check its permissions, then try again.</source>
        <translation>请检查其权限后重试。</translation>
    </message>
    <message>
        <source>The file cannot be written</source>
        <translation>无法写入文件</translation>
    </message>
    <message>
        <source>What was there is unchanged; check the folder&apos;s permissions or choose another.</source>
        <translation>原有内容未变；请检查文件夹权限或另选位置。</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>What was saved is safe; free some space, then try again.</source>
        <translation>已保存的内容安全无虞；请释放空间后重试。</translation>
    </message>
    <message>
        <source>Another program is using the store</source>
        <translation>另一个程序正在使用该存储库</translation>
    </message>
    <message>
        <source>Nothing is lost; try again in a moment.</source>
        <translation>没有丢失任何内容；请稍后重试。</translation>
    </message>
    <message>
        <source>The content is damaged</source>
        <translation>内容已损坏</translation>
    </message>
    <message>
        <source>Run goldpan-cli check on it, or use a backup.</source>
        <translation>请对其运行 goldpan-cli check，或使用备份。</translation>
    </message>
    <message>
        <source>The filter has a mistake</source>
        <translation>筛选条件有误</translation>
    </message>
    <message>
        <source>The rows shown are still the earlier ones.</source>
        <translation>当前显示的仍是之前的行。</translation>
    </message>
    <message>
        <source>A value is outside its range</source>
        <translation>值超出范围</translation>
    </message>
    <message>
        <source>Correct it and try again.</source>
        <translation>请改正后重试。</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>未执行</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>未作任何更改。</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>What was finished before is kept.</source>
        <translation>已完成的部分会保留。</translation>
    </message>
    <message>
        <source>Goldpan made a mistake</source>
        <translation>Goldpan 内部出错</translation>
    </message>
    <message>
        <source>What was saved is safe; please report this with the steps that led here.</source>
        <translation>已保存的内容安全无虞；请附上操作步骤报告此问题。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <translation>%1：%2。%3</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Nothing else was changed.</source>
        <translation>其余均未更改。</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::ExportChecks</name>
    <message>
        <source>no chosen tag</source>
        <translation>没有所选标签</translation>
    </message>
    <message>
        <source>Corrected, but without a chosen tag. Choose their tags, or give them one.</source>
        <translation>已更正，但没有所选的标签。请选择它们的标签，或给它们加上标签。</translation>
    </message>
    <message>
        <source>not corrected yet</source>
        <translation>尚未更正</translation>
    </message>
    <message>
        <source>With a chosen tag, but not corrected yet. Correct them, and they are in the next batch.</source>
        <translation>有所选标签，但尚未更正。更正之后会进入下一批次。</translation>
    </message>
    <message>
        <source>not a valid row</source>
        <translation>不是有效的行</translation>
    </message>
    <message>
        <source>PII in the correction</source>
        <translation>更正中有个人信息</translation>
    </message>
    <message>
        <source>The correction holds personal data. Save it again without, or have it redacted on the way out.</source>
        <translation>更正中含有个人信息。请去掉后重新保存，或在导出时脱敏。</translation>
    </message>
    <message>
        <source>identical to the response</source>
        <translation>与回复相同</translation>
    </message>
    <message>
        <source>The correction says what the model said; to accept was meant, it seems.</source>
        <translation>更正与模型的回答相同；看来本意是接受。</translation>
    </message>
    <message>
        <source>neither good nor bad</source>
        <translation>无好坏判断</translation>
    </message>
    <message>
        <source>With a chosen tag, but nobody decided: neither accepted nor corrected, and no user said that it was bad.</source>
        <translation>有所选标签，但无人判断：既未接受也未更正，也没有用户给出差评。</translation>
    </message>
    <message>
        <source>This format cannot hold them as they are.</source>
        <translation>此格式无法原样容纳它们。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>duplicates</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Another row asks the same, or nearly the same. The one that was corrected last stays.</source>
        <translation>另有记录问的相同或几乎相同。最后更正的那条保留。</translation>
    </message>
    <message>
        <source>words of the gold set</source>
        <translation>含评测集文字</translation>
    </message>
    <message>
        <source>They hold what the model is going to be evaluated with.</source>
        <translation>其中含有将用来评测模型的内容。</translation>
    </message>
    <message>
        <source>answered in two ways</source>
        <translation>同问异答</translation>
    </message>
    <message>
        <source>Another row asks exactly the same and is answered differently. Decide which answer is right.</source>
        <translation>另有记录问的完全相同而答案不同。请决定哪个答案正确。</translation>
    </message>
    <message>
        <source>stop tokens in the text</source>
        <translation>文字中有停止标记</translation>
    </message>
    <message>
        <source>A mark of a chat template was left in; the model would learn to end there.</source>
        <translation>留有对话模板的标记；模型会学着在那里结束。</translation>
    </message>
    <message>
        <source>too long</source>
        <translation>过长</translation>
    </message>
    <message>
        <source>They have more tokens than the number that was given, about.</source>
        <translation>大约超过了给定的词元数。</translation>
    </message>
    <message>
        <source>broken placeholders</source>
        <translation>占位符损坏</translation>
    </message>
    <message>
        <source>A placeholder in the correction is not written as it should be.</source>
        <translation>更正中有占位符的写法不对。</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::ExportController</name>
    <message>
        <source>no store is open</source>
        <translation>没有打开的存储库</translation>
    </message>
    <message>
        <source>Exporting %1</source>
        <translation>正在导出 %1</translation>
    </message>
    <message>
        <source>The export was stopped; nothing was written.</source>
        <translation>导出已停止；未写入任何内容。</translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s) exported to %2, %3 left out.</source>
        <translation>
            <numerusform>已导出 %1 行到 %2，%3 行未包含。</numerusform>
        </translation>
    </message>
    <message>
        <source>Export when it is over</source>
        <translation>完成后导出</translation>
    </message>
    <message>
        <source>Stop it and export</source>
        <translation>停止并导出</translation>
    </message>
    <message>
        <source>The export begins when this is over: %1.</source>
        <translation>完成后将开始导出：%1。</translation>
    </message>
    <message>
        <source>A batch was written to %1 meanwhile; that one stays as it is.</source>
        <translation>期间已有批次写入 %1；该批次保持不变。</translation>
    </message>
    <message>
        <source>Nothing was exported: the export that waited was given up. Ask for it again.</source>
        <translation>未导出：等待中的导出已放弃。请重新发起导出。</translation>
    </message>
    <message>
        <source>The filter of the last batch held PII and was not kept. Give it again.</source>
        <translation>上一批次的筛选条件含有个人信息，未予保留。请重新给出。</translation>
    </message>
    <message>
        <source>The filter holds PII, so neither the manifest nor the store keeps it.</source>
        <translation>筛选条件含有个人信息，因此清单和存储库都不保留它。</translation>
    </message>
    <message>
        <source>Show its rows</source>
        <translation>显示其中的行</translation>
    </message>
    <message>
        <source>The gold set of the last batch is not where it was. Choose it again, or do without.</source>
        <translation>上一批次的黄金集已不在原处。请重新选择，或不使用它。</translation>
    </message>
    <message>
        <source>%1 is of the batch that was replaced and could not be removed.</source>
        <translation>%1 属于被替换的批次，无法删除。</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::ExportDialog</name>
    <message>
        <source>Export a batch</source>
        <translation>导出批次</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>File or folder</source>
        <translation>文件或文件夹</translation>
    </message>
    <message>
        <source>batch.jsonl, batch.jsonl.gz, or a folder ending in /</source>
        <translation>batch.jsonl、batch.jsonl.gz，或以 / 结尾的文件夹</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>Browse for a file</source>
        <translation>浏览文件</translation>
    </message>
    <message>
        <source>&amp;Write to</source>
        <translation>写入到(&amp;W)</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>格式(&amp;F)</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Ta&amp;gs</source>
        <translation>标签(&amp;G)</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>every row, or a filter such as drift:last</source>
        <translation>所有行，或筛选条件，例如 drift:last</translation>
    </message>
    <message>
        <source>F&amp;ilter</source>
        <translation>筛选(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Redact corrections that hold PII, and export them</source>
        <translation>将含个人信息的更正脱敏后导出(&amp;R)</translation>
    </message>
    <message>
        <source>Redact corrections that hold PII, and export them</source>
        <translation>将含个人信息的更正脱敏后导出</translation>
    </message>
    <message>
        <source>Include rows with t&amp;ool turns</source>
        <translation>包含带工具轮次的行(&amp;O)</translation>
    </message>
    <message>
        <source>Include rows with tool turns</source>
        <translation>包含带工具轮次的行</translation>
    </message>
    <message>
        <source>Rows with at least one of the ticked tags.</source>
        <translation>至少含一个已勾选标签的行。</translation>
    </message>
    <message>
        <source>None ticked: rows with any tag at all.</source>
        <translation>未勾选：含任意标签的行。</translation>
    </message>
    <message>
        <source>None ticked: every row, tagged or not.</source>
        <translation>未勾选：所有行，无论有无标签。</translation>
    </message>
    <message>
        <source>Choose where the batch is written.</source>
        <translation>请选择批次的写入位置。</translation>
    </message>
    <message>
        <source>The name must end in .jsonl or .jsonl.gz, or in / for a folder.</source>
        <translation>名称必须以 .jsonl 或 .jsonl.gz 结尾；文件夹则以 / 结尾。</translation>
    </message>
    <message>
        <source>This file exists and will be replaced when the export has succeeded.</source>
        <translation>该文件已存在，导出成功后将被替换。</translation>
    </message>
    <message>
        <source>A folder with data, manifest and a card.</source>
        <translation>一个包含数据、清单和说明卡的文件夹。</translation>
    </message>
    <message>
        <source>A manifest is written beside the file.</source>
        <translation>清单将写在文件旁边。</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>导出到</translation>
    </message>
    <message>
        <source>Batches (*.jsonl *.jsonl.gz)</source>
        <translation>批次 (*.jsonl *.jsonl.gz)</translation>
    </message>
    <message>
        <source>⚠ The filter of the last batch held PII and was not kept. Give it again, or do without.</source>
        <translation>⚠ 上一批次的筛选条件含有个人信息，未被保留。请重新输入，或不用筛选条件。</translation>
    </message>
    <message>
        <source>⚠ %1</source>
        <translation>⚠ %1</translation>
    </message>
    <message>
        <source>Nothing is counted: the filter has a mistake.</source>
        <translation>未计数：筛选条件有错误。</translation>
    </message>
    <message>
        <source>Empty: of the whole store.</source>
        <translation>留空：整个存储库。</translation>
    </message>
    <message>
        <source>Only rows that it admits.</source>
        <translation>仅限符合条件的行。</translation>
    </message>
    <message>
        <source>No row has a tag yet, and this format takes rows with a tag.</source>
        <translation>还没有带标签的行，而此格式只取带标签的行。</translation>
    </message>
    <message>
        <source>None ticked: every row with a decision, tagged or not.</source>
        <translation>未勾选：所有已判断的行，无论有无标签。</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::ExportFormat</name>
    <message>
        <source>SFT: conversation and correction as chat messages</source>
        <translation>SFT：对话和更正，作为聊天消息</translation>
    </message>
    <message>
        <source>Log: the rows themselves, lossless</source>
        <translation>日志：行本身，无损</translation>
    </message>
    <message>
        <source>Prompt and completion (TRL): learns from the correction only</source>
        <translation>提示与补全（TRL）：只从更正中学习</translation>
    </message>
    <message>
        <source>DPO (TRL): the correction before the response</source>
        <translation>DPO（TRL）：更正优于回答</translation>
    </message>
    <message>
        <source>KTO (TRL): good and bad answers with a label</source>
        <translation>KTO（TRL）：带标记的好回答与坏回答</translation>
    </message>
    <message>
        <source>OpenAI fine-tuning: chat messages</source>
        <translation>OpenAI 微调：聊天消息</translation>
    </message>
    <message>
        <source>OpenAI preferences: the correction before the response</source>
        <translation>OpenAI 偏好：更正优于回答</translation>
    </message>
    <message>
        <source>ShareGPT (LLaMA-Factory): turns with tool calls</source>
        <translation>ShareGPT（LLaMA-Factory）：含工具调用的轮次</translation>
    </message>
    <message>
        <source>Alpaca (LLaMA-Factory): instruction, history and output</source>
        <translation>Alpaca（LLaMA-Factory）：指令、历史和输出</translation>
    </message>
    <message>
        <source>Mistral: chat messages for mistral-finetune</source>
        <translation>Mistral：供 mistral-finetune 使用的聊天消息</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::ExportPage</name>
    <message>
        <source>The export dialog begins with these, and once a store has a batch, with what its last one was made of.</source>
        <translation>导出对话框以此为初始值；存储库有了批次之后，则以上一批次所用的内容为初始值。</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>格式(&amp;F)</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>any tag, or names with commas between</source>
        <translation>任意标签，或以逗号分隔的名称</translation>
    </message>
    <message>
        <source>Ta&amp;gs</source>
        <translation>标签(&amp;G)</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>beside the store</source>
        <translation>存储库旁边</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>Browse for a folder</source>
        <translation>浏览文件夹</translation>
    </message>
    <message>
        <source>F&amp;older</source>
        <translation>文件夹(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Redact corrections that hold PII, and export them</source>
        <translation>将含个人信息的更正脱敏后导出(&amp;R)</translation>
    </message>
    <message>
        <source>Include rows with &amp;tool turns</source>
        <translation>包含带工具轮次的行(&amp;T)</translation>
    </message>
    <message>
        <source>Leave out corrections i&amp;dentical to the response</source>
        <translation>排除与模型回复相同的更正(&amp;D)</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Folder of batches</source>
        <translation>批次文件夹</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::ExportPurpose</name>
    <message>
        <source>For supervised fine-tuning with TRL, Axolotl, Unsloth or torchtune. Needs a correction.</source>
        <translation>用于 TRL、Axolotl、Unsloth 或 torchtune 的监督微调。需要更正。</translation>
    </message>
    <message>
        <source>To take rows into another store, or to keep them. Needs nothing, and holds no corrections.</source>
        <translation>用于把记录带入另一个存储库或留存。没有要求，不含更正。</translation>
    </message>
    <message>
        <source>For supervised fine-tuning with TRL, where only the answer is learned. Needs a correction.</source>
        <translation>用于 TRL 的监督微调，只学习回答。需要更正。</translation>
    </message>
    <message>
        <source>For preference training with TRL: DPO, ORPO, CPO. Needs a correction that differs from the response.</source>
        <translation>用于 TRL 的偏好训练：DPO、ORPO、CPO。需要与回复不同的更正。</translation>
    </message>
    <message>
        <source>For KTO or BCO with TRL: single answers, good or bad. Needs a decision, or a user who said that the answer was bad.</source>
        <translation>用于 TRL 的 KTO 或 BCO：单个回答，好或坏。需要判断，或用户的差评。</translation>
    </message>
    <message>
        <source>For fine-tuning at OpenAI, Azure or Together, tool calls and all. Needs a correction.</source>
        <translation>用于 OpenAI、Azure 或 Together 的微调，包含工具调用。需要更正。</translation>
    </message>
    <message>
        <source>For preference fine-tuning at OpenAI or Together. Needs a correction that differs from the response.</source>
        <translation>用于 OpenAI 或 Together 的偏好微调。需要与回复不同的更正。</translation>
    </message>
    <message>
        <source>For LLaMA-Factory, with its dataset_info.json in a folder. Needs a correction, and turns in order.</source>
        <translation>用于 LLaMA-Factory，写入文件夹时附带 dataset_info.json。需要更正，且轮次有序。</translation>
    </message>
    <message>
        <source>For LLaMA-Factory, with its dataset_info.json in a folder. Needs a correction; holds no tools.</source>
        <translation>用于 LLaMA-Factory，写入文件夹时附带 dataset_info.json。需要更正；不含工具。</translation>
    </message>
    <message>
        <source>For mistral-finetune. Needs a correction, and one system message at most.</source>
        <translation>用于 mistral-finetune。需要更正，且至多一条系统消息。</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::ExportRefusal</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>messages that cannot be read</source>
        <translation>无法读取的消息</translation>
    </message>
    <message>
        <source>tools that cannot be read</source>
        <translation>无法读取的工具</translation>
    </message>
    <message>
        <source>the correction is empty</source>
        <translation>更正为空</translation>
    </message>
    <message>
        <source>no user turn</source>
        <translation>没有用户轮次</translation>
    </message>
    <message>
        <source>a turn holds more than text</source>
        <translation>某个轮次不只有文本</translation>
    </message>
    <message>
        <source>tool turns, which only an export with tool rows takes</source>
        <translation>工具轮次，只有包含工具行的导出才会写出</translation>
    </message>
    <message>
        <source>a response that holds more than text</source>
        <translation>回答不只有文本</translation>
    </message>
    <message>
        <source>a response with tool calls, which only an export with tool rows takes</source>
        <translation>带工具调用的回答，只有包含工具行的导出才会写出</translation>
    </message>
    <message>
        <source>the response is empty</source>
        <translation>回答为空</translation>
    </message>
    <message>
        <source>a developer turn</source>
        <translation>有 developer 轮次</translation>
    </message>
    <message>
        <source>a tool turn</source>
        <translation>有工具轮次</translation>
    </message>
    <message>
        <source>a function turn</source>
        <translation>有函数轮次</translation>
    </message>
    <message>
        <source>a turn of an unknown role</source>
        <translation>某个轮次的角色未知</translation>
    </message>
    <message>
        <source>two system messages</source>
        <translation>有两条系统消息</translation>
    </message>
    <message>
        <source>a system message that is not the first</source>
        <translation>系统消息不是第一条</translation>
    </message>
    <message>
        <source>user and assistant do not take turns</source>
        <translation>用户和助手没有轮流发言</translation>
    </message>
    <message>
        <source>turns of one side in a row</source>
        <translation>同一方连续发言</translation>
    </message>
    <message>
        <source>the last turn is the assistant&apos;s</source>
        <translation>最后一轮是助手的</translation>
    </message>
    <message>
        <source>a turn that says nothing</source>
        <translation>某个轮次没有内容</translation>
    </message>
    <message>
        <source>a turn with both text and tool calls</source>
        <translation>某个轮次既有文本又有工具调用</translation>
    </message>
    <message>
        <source>a tool turn without the id of its call</source>
        <translation>工具轮次没有对应调用的标识</translation>
    </message>
    <message>
        <source>a tool turn that answers no call</source>
        <translation>工具轮次没有对应的调用</translation>
    </message>
    <message>
        <source>a tool call of another role than the assistant</source>
        <translation>工具调用不是助手发出的</translation>
    </message>
    <message>
        <source>a tool call without an id</source>
        <translation>工具调用没有标识</translation>
    </message>
    <message>
        <source>a tool call that is not answered</source>
        <translation>工具调用没有得到结果</translation>
    </message>
    <message>
        <source>a tool call that is no object</source>
        <translation>工具调用不是对象</translation>
    </message>
    <message>
        <source>a tool call that calls no function</source>
        <translation>工具调用没有调用函数</translation>
    </message>
    <message>
        <source>a tool call without the function&apos;s name</source>
        <translation>工具调用没有函数名</translation>
    </message>
    <message>
        <source>a tool call without arguments</source>
        <translation>工具调用没有参数</translation>
    </message>
    <message>
        <source>arguments of a tool call that are no JSON object</source>
        <translation>工具调用的参数不是 JSON 对象</translation>
    </message>
    <message>
        <source>tool calls that are no list</source>
        <translation>工具调用不是列表</translation>
    </message>
    <message>
        <source>tools that are no list of definitions</source>
        <translation>工具不是定义列表</translation>
    </message>
    <message>
        <source>tools, which it has no place for</source>
        <translation>工具，此格式无处存放</translation>
    </message>
    <message>
        <source>a tool without name, description or parameters</source>
        <translation>工具缺少名称、说明或参数</translation>
    </message>
    <message>
        <source>a function&apos;s name that it does not take</source>
        <translation>此格式不接受的函数名</translation>
    </message>
    <message>
        <source>a turn with a name that it does not take</source>
        <translation>某一轮的名称不被该格式接受</translation>
    </message>
    <message>
        <source>a turn that nothing is to be learned from (weight 0)</source>
        <translation>有一轮不应被学习（weight 为 0）</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::ExportResult</name>
    <message>
        <source>Checks</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>&amp;Show these rows</source>
        <translation>显示这些行(&amp;S)</translation>
    </message>
    <message>
        <source>First rows, as they will be written</source>
        <translation>最前面的行，与写入时相同</translation>
    </message>
    <message>
        <source>Show these rows</source>
        <translation>显示这些行</translation>
    </message>
    <message>
        <source>Closes this and shows the rows of the check in the queue; what was chosen stays.</source>
        <translation>关闭此窗口，在队列中显示该检查的行；所选内容会保留。</translation>
    </message>
    <message>
        <source>&amp;Checks</source>
        <translation>检查(&amp;C)</translation>
    </message>
    <message>
        <source>First rows, as they wi&amp;ll be written</source>
        <translation>最前面的行，与写入时相同(&amp;L)</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在计数…</translation>
    </message>
    <message numerus="yes">
        <source>Counting… %1 row(s) looked at</source>
        <translation>
            <numerusform>正在计数… 已查看 %1 行</numerusform>
        </translation>
    </message>
    <message>
        <source>No rows: choose other tags, or widen the filter.</source>
        <translation>没有行：请选择其他标签，或放宽筛选条件。</translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s) will be written, %2 left out.</source>
        <translation>
            <numerusform>将写入 %1 行，排除 %2 行。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 warning(s).</source>
        <translation>
            <numerusform>%1 个警告。</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Show the first %1</source>
        <translation>显示前 %1 行(&amp;S)</translation>
    </message>
    <message>
        <source>No rows: decide on some rows first, choose other tags, or widen the filter.</source>
        <translation>没有行：请先判断一些行，选择其他标签，或放宽筛选条件。</translation>
    </message>
    <message numerus="yes">
        <source>%1 gold case(s) that only system prompts hold count for no row.</source>
        <translation>
            <numerusform>%1 个黄金用例只出现在系统提示词中，不计入任何行。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>goldpan::ui::FileController</name>
    <message>
        <source>Goldpan stores (*.goldpan);;All files (*)</source>
        <translation>Goldpan 存储库 (*.goldpan);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Open a store</source>
        <translation>打开存储库</translation>
    </message>
    <message>
        <source>New store</source>
        <translation>新建存储库</translation>
    </message>
    <message>
        <source>Import a log</source>
        <translation>导入日志</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>文件 %1 不存在。</translation>
    </message>
    <message>
        <source>%1 is a log. Import it into %2?</source>
        <translation>%1 是日志。要将其导入 %2 吗？</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>Open the other store when it is over</source>
        <translation>完成后打开另一个存储库</translation>
    </message>
    <message>
        <source>Stop it and open the other store</source>
        <translation>停止并打开另一个存储库</translation>
    </message>
    <message>
        <source>The other store is opened when this is over: %1.</source>
        <translation>完成后将打开另一个存储库：%1。</translation>
    </message>
    <message>
        <source>The other store is not opened, because words that you typed are not on disk yet.</source>
        <translation>未打开另一个存储库，因为您输入的内容尚未写入磁盘。</translation>
    </message>
    <message>
        <source>%1 was made and stays, so that it can be opened later.</source>
        <translation>%1 已创建并予以保留，可供以后打开。</translation>
    </message>
    <message>
        <source>Import when it is over</source>
        <translation>完成后导入</translation>
    </message>
    <message>
        <source>Stop it and import</source>
        <translation>停止并导入</translation>
    </message>
    <message>
        <source>The log is imported when this is over: %1.</source>
        <translation>完成后将导入日志：%1。</translation>
    </message>
    <message>
        <source>%1 is being brought from schema %2 to %3, which needs it alone for a moment.</source>
        <translation>正在将 %1 从结构版本 %2 升级到 %3，期间需要暂时独占该文件。</translation>
    </message>
    <message>
        <source>%1 was brought from schema %2 to %3: earlier versions of Goldpan cannot open it any more. No copy of the earlier file was kept.</source>
        <translation>%1 已从结构版本 %2 升级到 %3：早期版本的 Goldpan 无法再打开它。未保留升级前文件的副本。</translation>
    </message>
    <message>
        <source>The log is not imported, because words that you typed are not on disk yet.</source>
        <translation>未导入日志，因为您输入的内容尚未写入磁盘。</translation>
    </message>
    <message>
        <source>Nothing was imported: the import that waited was given up. Ask for it again.</source>
        <translation>未导入：等待中的导入已放弃。请重新发起导入。</translation>
    </message>
    <message>
        <source>The path of this store holds PII, so it is not kept among the recent stores.</source>
        <translation>此存储库的路径含有个人信息，因此不列入最近打开的存储库。</translation>
    </message>
    <message>
        <source>Logs (*.jsonl *.jsonl.gz *.ndjson *.ndjson.gz *.json *.json.gz);;All files (*)</source>
        <translation>日志 (*.jsonl *.jsonl.gz *.ndjson *.ndjson.gz *.json *.json.gz);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Join a file to the rows of %1</source>
        <translation>把文件并入 %1 的行</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::FilterBar</name>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter, such as  tag:drift_window logprob&lt;-3 &quot;refund policy&quot;</source>
        <translation>筛选，例如  tag:drift_window logprob&lt;-3 &quot;退款政策&quot;</translation>
    </message>
    <message>
        <source>Words that may come next</source>
        <translation>可能的后续词</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::FilterController</name>
    <message>
        <source>no store is open</source>
        <translation>没有打开的存储库</translation>
    </message>
    <message>
        <source>⚠ %1</source>
        <translation>⚠ %1</translation>
    </message>
    <message>
        <source>No drift event is recorded in this store.</source>
        <translation>此存储库中没有漂移事件记录。</translation>
    </message>
    <message>
        <source>This is the first drift window.</source>
        <translation>这是第一个漂移窗口。</translation>
    </message>
    <message>
        <source>This is the last drift window.</source>
        <translation>这是最后一个漂移窗口。</translation>
    </message>
    <message>
        <source>The filter holds PII. It finds rows now, but it is kept nowhere: the next start shows every row.</source>
        <translation>筛选条件含有个人信息。现在可以用它查找，但不会保留：下次启动时显示所有行。</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::FilterMistake</name>
    <message>
        <source>Filter, column %1: %2</source>
        <translation>筛选条件，第 %1 列：%2</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::GateModel</name>
    <message>
        <source>threshold %1</source>
        <translation>阈值 %1</translation>
    </message>
    <message>
        <source>drop %1 at most</source>
        <translation>最多下降 %1</translation>
    </message>
    <message>
        <source>shown only</source>
        <translation>仅显示</translation>
    </message>
    <message>
        <source>✓ pass</source>
        <translation>✓ 通过</translation>
    </message>
    <message>
        <source>✗ fail</source>
        <translation>✗ 未通过</translation>
    </message>
    <message>
        <source>? missing</source>
        <translation>? 缺失</translation>
    </message>
    <message>
        <source>(all)</source>
        <comment>suites</comment>
        <translation>（全部）</translation>
    </message>
    <message>
        <source>Suite</source>
        <translation>测试集</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>候选</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>基线</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>gates</comment>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>goldpan::ui::GeneralPage</name>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>Another language counts from the next start.</source>
        <translation>更改语言后，下次启动时生效。</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>配色(&amp;C)</translation>
    </message>
    <message>
        <source> pt</source>
        <comment>points, the size of a font</comment>
        <translation> 磅</translation>
    </message>
    <message>
        <source>Size of the interface</source>
        <translation>界面字号</translation>
    </message>
    <message>
        <source>&amp;Interface size</source>
        <translation>界面字号(&amp;I)</translation>
    </message>
    <message>
        <source>Font of texts</source>
        <translation>文本字体</translation>
    </message>
    <message>
        <source>As the interface</source>
        <translation>与界面相同</translation>
    </message>
    <message>
        <source>Fixed width</source>
        <translation>等宽</translation>
    </message>
    <message>
        <source>&amp;Font of texts</source>
        <translation>文本字体(&amp;F)</translation>
    </message>
    <message>
        <source>Size of texts</source>
        <translation>文本字号</translation>
    </message>
    <message>
        <source>&amp;Size of texts</source>
        <translation>文本字号(&amp;S)</translation>
    </message>
    <message>
        <source>Texts are the conversation, the response and the correction.</source>
        <translation>文本指对话、模型回复和更正。</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>&amp;Zoom</source>
        <translation>缩放(&amp;Z)</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>操作员</translation>
    </message>
    <message>
        <source>&amp;Operator</source>
        <translation>操作员(&amp;O)</translation>
    </message>
    <message>
        <source>The command line says that %1 works here. The name above counts without --operator.</source>
        <translation>命令行指定由 %1 操作。不使用 --operator 时以上方姓名为准。</translation>
    </message>
    <message>
        <source>Decisions from now on are by %1.</source>
        <translation>此后的决定均由 %1 作出。</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::GuideView</name>
    <message>
        <source>User&apos;s guide</source>
        <translation>用户指南</translation>
    </message>
    <message>
        <source>Contents of the user&apos;s guide</source>
        <translation>用户指南目录</translation>
    </message>
    <message>
        <source>Page of the user&apos;s guide</source>
        <translation>用户指南页面</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::HistogramChart</name>
    <message>
        <source>below %1</source>
        <comment>logprobs</comment>
        <translation>低于 %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <comment>logprobs</comment>
        <translation>从 %1 起</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>logprobs</comment>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Mean logprob of the rows</source>
        <translation>各行的平均 logprob</translation>
    </message>
    <message>
        <source>mean logprob of a token, in nats</source>
        <translation>每个词元的平均 logprob（奈特）</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>low confidence</source>
        <translation>低置信度</translation>
    </message>
    <message>
        <source>the others</source>
        <translation>其余</translation>
    </message>
    <message>
        <source>threshold %1</source>
        <translation>阈值 %1</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 row(s), %3 of those with a logprob</source>
        <translation>
            <numerusform>%1：%2 行，占有 logprob 的行的 %3</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2 of them stored)</source>
        <translation>%1（其中存储 %2 行）</translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s) with a logprob, %2 of them below the threshold of %3; %4 stored without</source>
        <translation>
            <numerusform>%1 行有 logprob，其中 %2 低于阈值 %3；%4 个存储行没有</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>goldpan::ui::History</name>
    <message>
        <source>corrected</source>
        <translation>已更正</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>discarded</source>
        <translation>已丢弃</translation>
    </message>
    <message>
        <source>deferred</source>
        <translation>已暂缓</translation>
    </message>
    <message>
        <source>reopened</source>
        <translation>已重新打开</translation>
    </message>
    <message>
        <source>tag added</source>
        <translation>已添加标签</translation>
    </message>
    <message>
        <source>tag removed</source>
        <translation>已移除标签</translation>
    </message>
    <message>
        <source>corrections imported</source>
        <translation>已导入更正</translation>
    </message>
    <message>
        <source>drift window tagged</source>
        <translation>已标记漂移窗口</translation>
    </message>
    <message>
        <source>feedback applied</source>
        <translation>已应用反馈</translation>
    </message>
    <message>
        <source>tags from an import</source>
        <translation>导入带来的标签</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>state: %1 → %2</source>
        <translation>状态：%1 → %2</translation>
    </message>
    <message>
        <source>+ tag %1</source>
        <translation>+ 标签 %1</translation>
    </message>
    <message>
        <source>− tag %1</source>
        <translation>− 标签 %1</translation>
    </message>
    <message>
        <source>correction: %1 → %2</source>
        <translation>更正：%1 → %2</translation>
    </message>
    <message>
        <source>draft of %1: %2 → %3</source>
        <translation>%1 的草稿：%2 → %3</translation>
    </message>
    <message>
        <source>%1 of act %2</source>
        <comment>undo, number</comment>
        <translation>%1操作 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what was done, to what</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 (stopped before its end)</source>
        <translation>%1（中途停止）</translation>
    </message>
    <message>
        <source>%1 (undone)</source>
        <translation>%1（已撤销）</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between changes of a row</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>draft replaced</source>
        <translation>草稿已替换</translation>
    </message>
    <message>
        <source>redacted anew</source>
        <translation>已重新脱敏</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::HistoryController</name>
    <message>
        <source>no store is open</source>
        <translation>没有打开的存储库</translation>
    </message>
    <message>
        <source>Enter undoes the chosen act, also a drift event or feedback. An act that a later one has built on is refused.</source>
        <translation>按 Enter 撤销所选操作，漂移事件和反馈也可撤销。若后续操作依赖于它，则拒绝撤销。</translation>
    </message>
    <message>
        <source>Not now: %1.</source>
        <translation>暂不可用：%1。</translation>
    </message>
    <message>
        <source>Doing act %1 again</source>
        <translation>正在重做操作 %1</translation>
    </message>
    <message>
        <source>Undoing act %1</source>
        <translation>正在撤销操作 %1</translation>
    </message>
    <message>
        <source>Act %1 is done again: %2 changed.</source>
        <translation>操作 %1 已重做：%2已更改。</translation>
    </message>
    <message>
        <source>Act %1 is undone: %2 changed.</source>
        <translation>操作 %1 已撤销：%2已更改。</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::HistoryPanel</name>
    <message>
        <source>Nothing has happened to this row yet.</source>
        <translation>此行尚无任何历史。</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>When (UTC)</source>
        <translation>时间 (UTC)</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作者</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::ImportText</name>
    <message>
        <source>%1 s left</source>
        <translation>剩余 %1 秒</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>剩余 %1 分钟</translation>
    </message>
    <message>
        <source>%1 rows/s</source>
        <translation>%1 行/秒</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 row(s) imported</source>
        <translation>
            <numerusform>%1：已导入 %2 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s) were there already</source>
        <translation>
            <numerusform>%1 行已存在</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 piece(s) of PII redacted</source>
        <translation>
            <numerusform>%1 处个人信息已脱敏</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 bad line(s) in quarantine</source>
        <translation>
            <numerusform>%1 行格式错误已隔离</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 unfinished last line(s) not read</source>
        <translation>
            <numerusform>%1 个未写完的末行未读取</numerusform>
        </translation>
    </message>
    <message>
        <source>.</source>
        <comment>ends a list of facts</comment>
        <translation>。</translation>
    </message>
    <message numerus="yes">
        <source>line(s) %1</source>
        <translation>
            <numerusform>第 %1 行</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and more</source>
        <translation>%1 等</translation>
    </message>
    <message numerus="yes">
        <source>%1 record(s) of the joined file were held in memory.</source>
        <translation>
            <numerusform>并入的文件中有 %1 条记录保留在内存中。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of them joined to no row.</source>
        <translation>
            <numerusform>其中 %1 条未能并入任何行。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of them the profile has no use for.</source>
        <translation>
            <numerusform>其中 %1 条不被此配置使用。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 gold correction(s) of the log were written.</source>
        <translation>
            <numerusform>已写入日志中的 %1 条黄金更正。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s) stay as people decided here.</source>
        <translation>
            <numerusform>%1 行已有人决定，保持原样。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 correction(s) hold no words.</source>
        <translation>
            <numerusform>%1 条更正没有文字。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 correction(s) are of no row of the store.</source>
        <translation>
            <numerusform>%1 条更正不属于存储库中的任何行。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 correction(s) held PII; an export holds them back until they are saved by hand.</source>
        <translation>
            <numerusform>%1 条更正含有个人信息；在手动保存之前，导出会将其扣下。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 record(s) passed over</source>
        <translation>
            <numerusform>已略过 %1 条记录</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 could be read in another way</source>
        <translation>
            <numerusform>%1 行可能有其他读法</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 gold correction(s) came with them</source>
        <translation>
            <numerusform>随附 %1 条黄金更正</numerusform>
        </translation>
    </message>
    <message>
        <source>read by the profile %1</source>
        <translation>按配置 %1 读取</translation>
    </message>
    <message>
        <source>Read by the profile %1.</source>
        <translation>按配置 %1 读取。</translation>
    </message>
    <message>
        <source>Read by the profile %1, because of this: %2.</source>
        <translation>按配置 %1 读取，依据：%2。</translation>
    </message>
    <message>
        <source>It was read as a whole, for this format cannot be read piece by piece.</source>
        <translation>已整体读取，因为此格式无法逐段读取。</translation>
    </message>
    <message numerus="yes">
        <source>%1 record(s) passed over: %2 (%3)</source>
        <translation>
            <numerusform>已略过 %1 条记录：%2（%3）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 record(s) in quarantine: %2 (%3)</source>
        <translation>
            <numerusform>%1 条记录被隔离：%2（%3）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 record(s) of a joined file could not be read: %2 (%3)</source>
        <translation>
            <numerusform>关联文件中有 %1 条记录无法读取：%2（%3）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s) could be read in another way: %2 (%3)</source>
        <translation>
            <numerusform>%1 行可能有其他读法：%2（%3）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>goldpan::ui::IndexController</name>
    <message>
        <source>The search index cannot be built; filters work without it. %1</source>
        <translation>无法建立搜索索引；筛选仍可使用。%1</translation>
    </message>
    <message>
        <source>no index yet</source>
        <translation>尚无索引</translation>
    </message>
    <message>
        <source>index %1 %</source>
        <translation>索引 %1 %</translation>
    </message>
    <message>
        <source>index ready</source>
        <translation>索引就绪</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::KeyCapture</name>
    <message>
        <source>Press the new key here</source>
        <translation>在此按下新按键</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::KeyOverrides</name>
    <message>
        <source>The stored keys of “%1” cannot be used; it has its default keys.</source>
        <translation>无法使用为“%1”保存的按键；已改用默认按键。</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::KeyRules</name>
    <message>
        <source>it is not one key</source>
        <translation>它不是单个按键</translation>
    </message>
    <message>
        <source>Esc leaves every pane and dialog</source>
        <translation>Esc 用于离开窗格和对话框</translation>
    </message>
    <message>
        <source>Tab moves the focus</source>
        <translation>Tab 用于移动焦点</translation>
    </message>
    <message>
        <source>Alt with a character opens a menu</source>
        <translation>Alt 加字符用于打开菜单</translation>
    </message>
    <message>
        <source>text fields need it for editing</source>
        <translation>文本框编辑时需要它</translation>
    </message>
    <message>
        <source>read-only text needs it for moving and copying</source>
        <translation>只读文本移动和复制时需要它</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::KeysModel</name>
    <message>
        <source>%1: %2</source>
        <comment>menu, command</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>none</source>
        <comment>no key</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Where it counts</source>
        <translation>生效范围</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>更改</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::KeysPage</name>
    <message>
        <source>Find a command or key</source>
        <translation>查找命令或按键</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>命令及其按键</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>新按键</translation>
    </message>
    <message>
        <source>Where it counts</source>
        <translation>生效范围</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>Re&amp;place</source>
        <translation>替换(&amp;P)</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>移除(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Defaults of this command</source>
        <translation>恢复此命令的默认按键(&amp;D)</translation>
    </message>
    <message>
        <source>Defaults of a&amp;ll commands</source>
        <translation>恢复所有命令的默认按键(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;New key</source>
        <translation>新按键(&amp;N)</translation>
    </message>
    <message>
        <source>Bring my keys &amp;back</source>
        <translation>恢复我的按键(&amp;B)</translation>
    </message>
    <message>
        <source>%1 is a key of “%2” now.</source>
        <translation>%1 现在是“%2”的按键。</translation>
    </message>
    <message>
        <source>%1 is no key of “%2” any more.</source>
        <translation>%1 不再是“%2”的按键。</translation>
    </message>
    <message>
        <source>“%1” has its default keys.</source>
        <translation>“%1”已使用默认按键。</translation>
    </message>
    <message>
        <source>Your keys are back.</source>
        <translation>您的按键已恢复。</translation>
    </message>
    <message>
        <source>All commands have their default keys.</source>
        <translation>所有命令均使用默认按键。</translation>
    </message>
    <message>
        <source>Not possible: %1</source>
        <comment>then the reason</comment>
        <translation>无法设置：%1</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::LeaveGuard</name>
    <message>
        <source>Stay here</source>
        <translation>留在此处</translation>
    </message>
    <message>
        <source>%1: this is not over yet. Stopping it does no harm, and it can be started again later.</source>
        <translation>%1：尚未完成。停止不会造成损害，之后可以重新开始。</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::LogImporter</name>
    <message>
        <source>Importing %1</source>
        <translation>正在导入 %1</translation>
    </message>
    <message numerus="yes">
        <source>The import was stopped; %1 row(s) are in the store. Import the log again to go on.</source>
        <translation>
            <numerusform>导入已停止；%1 行已写入存储库。再次导入该日志即可继续。</numerusform>
        </translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Join a file to it</source>
        <translation>并入一个文件</translation>
    </message>
    <message>
        <source>What came of %1</source>
        <translation>%1 的导入结果</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::MainWindow</name>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>The window stays open, because words that you typed are not on disk yet.</source>
        <translation>窗口保持打开，因为您输入的内容尚未写入磁盘。</translation>
    </message>
    <message>
        <source>Close and lose them</source>
        <translation>关闭并放弃这些内容</translation>
    </message>
    <message>
        <source>Close when it is over</source>
        <translation>完成后关闭</translation>
    </message>
    <message>
        <source>Stop it and close</source>
        <translation>停止并关闭</translation>
    </message>
    <message>
        <source>The window closes when this is over: %1.</source>
        <translation>完成后将关闭窗口：%1。</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::Mark</name>
    <message>
        <source>unreviewed</source>
        <translation>未审核</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>已更正</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>discarded</source>
        <translation>已丢弃</translation>
    </message>
    <message>
        <source>deferred</source>
        <translation>已暂缓</translation>
    </message>
    <message>
        <source>saving</source>
        <translation>正在保存</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>U</source>
        <comment>letter of unreviewed</comment>
        <translation>U</translation>
    </message>
    <message>
        <source>C</source>
        <comment>letter of corrected</comment>
        <translation>C</translation>
    </message>
    <message>
        <source>A</source>
        <comment>letter of accepted</comment>
        <translation>A</translation>
    </message>
    <message>
        <source>X</source>
        <comment>letter of discarded, as its key</comment>
        <translation>X</translation>
    </message>
    <message>
        <source>S</source>
        <comment>letter of deferred, as its key</comment>
        <translation>S</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::Menu</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>审核(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>队列(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a key, then where it counts</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Not now: %1.</source>
        <translation>暂不可用：%1。</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::MessageText</name>
    <message>
        <source>reasoning:</source>
        <translation>推理：</translation>
    </message>
    <message>
        <source>(with parts that are not text)</source>
        <translation>（含非文本部分）</translation>
    </message>
    <message>
        <source>calls %1</source>
        <comment>the function and arguments of a tool call</comment>
        <translation>调用 %1</translation>
    </message>
    <message>
        <source>%1, answer to %2</source>
        <comment>role of a tool turn, id of the call</comment>
        <translation>%1，对 %2 的应答</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>role, name of the speaker</comment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::MetaHeader</name>
    <message>
        <source>%1 UTC</source>
        <translation>%1 UTC</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>no time</source>
        <translation>无时间</translation>
    </message>
    <message>
        <source>no logprob</source>
        <translation>无 logprob</translation>
    </message>
    <message>
        <source>logprob %1 low</source>
        <translation>logprob %1 偏低</translation>
    </message>
    <message>
        <source>logprob %1</source>
        <translation>logprob %1</translation>
    </message>
    <message>
        <source>%1, low confidence</source>
        <comment>logprob -4.21 low</comment>
        <translation>%1，低置信度</translation>
    </message>
    <message>
        <source>Low confidence: below the threshold of this store.</source>
        <translation>低置信度：低于此存储库的阈值。</translation>
    </message>
    <message>
        <source>user %1…</source>
        <translation>用户 %1…</translation>
    </message>
    <message>
        <source>user %1</source>
        <translation>用户 %1</translation>
    </message>
    <message>
        <source>request id %1</source>
        <translation>请求 ID %1</translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>state: %1</source>
        <translation>状态：%1</translation>
    </message>
    <message>
        <source>No row</source>
        <translation>无行</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::MissingStore</name>
    <message>
        <source>Nothing can be saved. %1 Words that you type stay in this window, and can be copied.</source>
        <translation>现在无法保存。%1 您输入的文字留在此窗口中，可以复制。</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::NoRowsText</name>
    <message>
        <source>No store is open</source>
        <translation>没有打开的存储库</translation>
    </message>
    <message>
        <source>Import the log of a model, or open a store that you worked on before.</source>
        <translation>请导入模型日志，或打开之前使用过的存储库。</translation>
    </message>
    <message>
        <source>The search was stopped before it found a row</source>
        <translation>搜索在找到行之前已停止</translation>
    </message>
    <message>
        <source>Search again, or change the filter.</source>
        <translation>请重新搜索，或更改筛选条件。</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>Rows are shown as they are found.</source>
        <translation>找到的行会随时显示。</translation>
    </message>
    <message>
        <source>This store is empty</source>
        <translation>此存储库为空</translation>
    </message>
    <message>
        <source>Import a log into it.</source>
        <translation>请向其中导入日志。</translation>
    </message>
    <message>
        <source>Nothing left to review here</source>
        <translation>此处已全部审核</translation>
    </message>
    <message>
        <source>Export what you have corrected, or widen the filter.</source>
        <translation>可导出已更正的行，或放宽筛选条件。</translation>
    </message>
    <message>
        <source>No row matches the filter</source>
        <translation>没有符合筛选条件的行</translation>
    </message>
    <message>
        <source>Change the filter, or show all rows.</source>
        <translation>请更改筛选条件，或显示所有行。</translation>
    </message>
    <message>
        <source>%1 imports · %2 opens</source>
        <translation>按 %1 导入 · 按 %2 打开</translation>
    </message>
    <message>
        <source>%1 searches again · %2 filters</source>
        <translation>按 %1 重新搜索 · 按 %2 筛选</translation>
    </message>
    <message>
        <source>%1 stops the search</source>
        <translation>按 %1 停止搜索</translation>
    </message>
    <message>
        <source>%1 exports · %2 shows all rows</source>
        <translation>按 %1 导出 · 按 %2 显示所有行</translation>
    </message>
    <message>
        <source>%1 filters · %2 shows all rows</source>
        <translation>按 %1 筛选 · 按 %2 显示所有行</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::NoticeBar</name>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>关闭此通知</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>通知</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::OfferController</name>
    <message>
        <source>Use the same correction</source>
        <translation>使用相同的更正</translation>
    </message>
    <message>
        <source>Saving the same correction for %1</source>
        <translation>正在为 %1保存相同的更正</translation>
    </message>
    <message numerus="yes">
        <source>%1 other row(s) have this prompt and are not reviewed.</source>
        <translation>
            <numerusform>另有 %1 行使用相同提示词且尚未审核。</numerusform>
        </translation>
    </message>
    <message>
        <source>At least %1 other rows have this prompt and are not reviewed.</source>
        <translation>至少另有 %1 行使用相同提示词且尚未审核。</translation>
    </message>
    <message>
        <source>Saving the same correction for all rows with this prompt</source>
        <translation>正在为使用此提示词的所有行保存相同的更正</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::OwnRuleDialog</name>
    <message>
        <source>This is PII</source>
        <translation>这是个人信息</translation>
    </message>
    <message>
        <source>Words to redact</source>
        <translation>要脱敏的文字</translation>
    </message>
    <message>
        <source>&amp;Redact</source>
        <translation>脱敏(&amp;R)</translation>
    </message>
    <message>
        <source>Any &amp;digits in the place of these</source>
        <translation>这些数字处可为任意数字(&amp;D)</translation>
    </message>
    <message>
        <source>Any digits in the place of these</source>
        <translation>这些数字处可为任意数字</translation>
    </message>
    <message>
        <source>Pattern of the rule</source>
        <translation>规则的模式</translation>
    </message>
    <message>
        <source>&amp;Pattern</source>
        <translation>模式(&amp;P)</translation>
    </message>
    <message>
        <source>Placeholder</source>
        <translation>占位符</translation>
    </message>
    <message>
        <source>P&amp;laceholder</source>
        <translation>占位符(&amp;L)</translation>
    </message>
    <message>
        <source>The rule counts for all that is imported, typed and exported in this store from now on. Texts that were stored before stay as they are until goldpan-cli reredact.</source>
        <translation>从现在起，此规则用于在此存储库中导入、输入和导出的所有内容。之前存储的文本保持不变，直到运行 goldpan-cli reredact。</translation>
    </message>
    <message>
        <source>Add the rule</source>
        <translation>添加规则</translation>
    </message>
    <message>
        <source>The rule holds the shape alone, and redacts every other value of it too.</source>
        <translation>规则只保存形式，其他同样形式的值也会脱敏。</translation>
    </message>
    <message>
        <source>The rule holds the letters of these words as they are read here, also in the history of the rules once it is taken back: whoever can open the store can read them. It redacts the same letters with other digits too.</source>
        <translation>规则按此处所见的原文保存这些文字中的字母，撤回之后也仍留在规则历史里：能打开存储库的人都能读到。字母相同而数字不同的值也会脱敏。</translation>
    </message>
    <message>
        <source>The rule holds these words as they are read here, also in the history of the rules once it is taken back: whoever can open the store can read them.</source>
        <translation>规则按此处所见的原文保存这些文字，撤回之后也仍留在规则历史里：能打开存储库的人都能读到。</translation>
    </message>
    <message>
        <source>These words are too short for a rule, which would redact pieces of every text.</source>
        <translation>这些文字太短，不能作为规则：否则每段文本都会有内容被脱敏。</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::PaletteDelegate</name>
    <message>
        <source>not now: %1</source>
        <translation>暂不可用：%1</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::PaletteModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, not now: %2</source>
        <translation>%1，暂不可用：%2</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::Panes</name>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>模型回复</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::PolicyController</name>
    <message>
        <source>The rows are marked anew…</source>
        <translation>正在重新标记各行…</translation>
    </message>
    <message numerus="yes">
        <source>The store has these thresholds now; %1 row(s) are marked anew.</source>
        <translation>
            <numerusform>存储库已采用这些阈值；%1 行已重新标记。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>goldpan::ui::PolicyPage</name>
    <message>
        <source>These belong to the open store and count for everybody who works in it.</source>
        <translation>这些设置属于当前存储库，对所有使用者生效。</translation>
    </message>
    <message>
        <source>&amp;Low confidence below</source>
        <translation>低置信度阈值(&amp;L)</translation>
    </message>
    <message>
        <source>A row whose mean logprob is lower is marked and stands in the queue Low confidence.</source>
        <translation>平均 logprob 低于此值的行会被标记，并进入“低置信度”队列。</translation>
    </message>
    <message>
        <source>&amp;Drift window</source>
        <translation>漂移窗口(&amp;D)</translation>
    </message>
    <message>
        <source>How long before a drift event rows are tagged, where the event does not say.</source>
        <translation>漂移事件未注明时，标记事件之前多长时间内的行。</translation>
    </message>
    <message>
        <source> h</source>
        <comment>hours</comment>
        <translation> 小时</translation>
    </message>
    <message>
        <source>&amp;Apply to the store</source>
        <translation>应用到存储库(&amp;A)</translation>
    </message>
    <message>
        <source>Apply to the store</source>
        <translation>应用到存储库</translation>
    </message>
    <message>
        <source>No store is open.</source>
        <translation>没有打开的存储库。</translation>
    </message>
    <message>
        <source>Policy of the store</source>
        <translation>存储库的策略</translation>
    </message>
    <message>
        <source>Flagging</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>抽样</translation>
    </message>
    <message>
        <source>&amp;Share kept</source>
        <translation>保留比例(&amp;S)</translation>
    </message>
    <message>
        <source> %</source>
        <comment>percent</comment>
        <translation> %</translation>
    </message>
    <message>
        <source>Left-out rows &amp;held for</source>
        <translation>未保留行的暂存时间(&amp;H)</translation>
    </message>
    <message>
        <source>Retraining</source>
        <translation>重新训练</translation>
    </message>
    <message>
        <source>&amp;Rows of a drift window</source>
        <translation>漂移窗口的行数(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Time between retrainings</source>
        <translation>重新训练的间隔(&amp;T)</translation>
    </message>
    <message>
        <source> d</source>
        <comment>days</comment>
        <translation> 天</translation>
    </message>
    <message>
        <source>Rows of a failure cl&amp;uster</source>
        <translation>失败聚类的行数(&amp;U)</translation>
    </message>
    <message>
        <source>%1 From %2 to %3.</source>
        <comment>what a number means, and its ends</comment>
        <translation>%1范围：%2 至 %3。</translation>
    </message>
    <message>
        <source>Of the rows that nothing flags, an import that samples keeps this share.</source>
        <translation>抽样导入时，未被标记的行按此比例保留。</translation>
    </message>
    <message>
        <source>For so long behind the newest row, feedback and drift events can bring in a row that was left out.</source>
        <translation>在最新一行之前的这段时间内，反馈和漂移事件仍可找回未保留的行。</translation>
    </message>
    <message>
        <source>A retraining is due when a drift window has this many rows that an export would take.</source>
        <translation>一个漂移窗口中可导出的行达到此数时，应重新训练。</translation>
    </message>
    <message>
        <source>A retraining is due when the last one is this long ago.</source>
        <translation>距上次重新训练达到此时长时，应重新训练。</translation>
    </message>
    <message>
        <source>A retraining is due when this many rows that no training has had carry the same cluster tag.</source>
        <translation>带有同一聚类标签且未用于训练的行达到此数时，应重新训练。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Rows never exported</source>
        <translation>从不导出的行</translation>
    </message>
    <message>
        <source>Every export leaves out what is ticked here, and warns of the others. Words of a gold set and lengths are looked at where an export names a gold set and a number of tokens.</source>
        <translation>每次导出都会排除此处勾选的行，对其余的只作提醒。只有在导出时指定了黄金集和词元数，才会检查黄金集文字和长度。</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::Preferences</name>
    <message>
        <source>The settings file %1 cannot be read; the defaults count.</source>
        <translation>无法读取设置文件 %1；已使用默认值。</translation>
    </message>
    <message>
        <source>The setting %1 makes no sense; its default counts.</source>
        <translation>设置项 %1 无效；已使用默认值。</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::Preset</name>
    <message>
        <source>Flagged</source>
        <translation>需关注</translation>
    </message>
    <message>
        <source>Low confidence</source>
        <translation>低置信度</translation>
    </message>
    <message>
        <source>Drift window</source>
        <translation>漂移窗口</translation>
    </message>
    <message>
        <source>User negative</source>
        <translation>用户负反馈</translation>
    </message>
    <message>
        <source>Deferred</source>
        <translation>已暂缓</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>已更正</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>已标记</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::PresetBar</name>
    <message>
        <source>Preset queues</source>
        <translation>预设队列</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>queue, rows</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <comment>key, queue, rows</comment>
        <translation>%1 %2 %3</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 row(s)</source>
        <translation>
            <numerusform>%1，%2 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 row(s), key %3</source>
        <translation>
            <numerusform>%1，%2 行，按键 %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 row(s), saved queue</source>
        <translation>
            <numerusform>%1，%2 行，已保存队列</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 row(s), saved queue, key %3</source>
        <translation>
            <numerusform>%1，%2 行，已保存队列，按键 %3</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>key, queue</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1, key %2</source>
        <comment>queue, key</comment>
        <translation>%1，按键 %2</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::ProblemController</name>
    <message>
        <source>PII in the correction was redacted as it was saved. Export holds that row back until you have read it and saved it again.</source>
        <translation>更正中的个人信息在保存时已脱敏。在您阅读并再次保存之前，导出会暂时排除该行。</translation>
    </message>
    <message>
        <source>Go to that row</source>
        <translation>转到该行</translation>
    </message>
    <message>
        <source>no row is selected</source>
        <translation>未选中任何行</translation>
    </message>
    <message>
        <source>The correction has no problems: no PII, and its placeholders are whole.</source>
        <translation>更正没有问题：不含个人信息，占位符完整。</translation>
    </message>
    <message>
        <source>Problem %1 of %2: %3</source>
        <translation>问题 %1/%2：%3</translation>
    </message>
    <message>
        <source>Past the last one, on from the top. %1</source>
        <translation>已过最后一个，从头继续。%1</translation>
    </message>
    <message>
        <source>Past the first one, on from the end. %1</source>
        <translation>已过第一个，从末尾继续。%1</translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of PII redacted in the text. Ctrl+Z in the editor takes it back.</source>
        <translation>
            <numerusform>已对文本中 %n 处个人信息脱敏。在编辑器中按 Ctrl+Z 可还原。</numerusform>
        </translation>
    </message>
    <message>
        <source>No PII was found in the correction.</source>
        <translation>更正中未发现个人信息。</translation>
    </message>
    <message>
        <source>Nothing was redacted: the text changed while it was looked through. %1 looks again.</source>
        <translation>未作脱敏：检查期间文本发生了变化。按 %1 重新检查。</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::QueueController</name>
    <message>
        <source>The rows cannot be counted: %1</source>
        <translation>无法统计行数：%1</translation>
    </message>
    <message>
        <source>no store is open</source>
        <translation>没有打开的存储库</translation>
    </message>
    <message>
        <source>no row is selected</source>
        <translation>未选中任何行</translation>
    </message>
    <message>
        <source>End of queue: no unreviewed row below this one.</source>
        <translation>队列末尾：下方没有未审核的行。</translation>
    </message>
    <message>
        <source>Start of queue: no unreviewed row above this one.</source>
        <translation>队列开头：上方没有未审核的行。</translation>
    </message>
    <message>
        <source>This row is not in the queue you were in.</source>
        <translation>此行不在您之前的队列中。</translation>
    </message>
    <message>
        <source>Back to that queue</source>
        <translation>返回那个队列</translation>
    </message>
    <message>
        <source>searching… %1 so far</source>
        <translation>正在搜索… 已找到 %1</translation>
    </message>
    <message>
        <source>searching…</source>
        <translation>正在搜索…</translation>
    </message>
    <message>
        <source> · %1 ms</source>
        <translation> · %1 毫秒</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 row(s)</source>
        <translation>
            <numerusform>%1 / %2 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s)</source>
        <translation>
            <numerusform>%1 行</numerusform>
        </translation>
    </message>
    <message>
        <source> · stopped, %1 searches again</source>
        <comment>the key of Refresh</comment>
        <translation> · 已停止，按 %1 重新搜索</translation>
    </message>
    <message>
        <source> · %1 new, %2</source>
        <comment>how many rows, the key of Refresh</comment>
        <translation> · %1 行新增，按 %2</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::QueueModel</name>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>no longer in the store</source>
        <translation>已不在存储库中</translation>
    </message>
    <message>
        <source>has a draft</source>
        <translation>有草稿</translation>
    </message>
    <message>
        <source>has a suggestion</source>
        <translation>有建议</translation>
    </message>
    <message>
        <source>Where the row stands in the review</source>
        <translation>该行的审核状态</translation>
    </message>
    <message>
        <source>When the model was asked, UTC</source>
        <translation>请求模型的时间，UTC</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>时间 (UTC)</translation>
    </message>
    <message>
        <source>Mean log probability of the response&apos;s tokens; low means the model was unsure</source>
        <translation>回复中各 token 的平均对数概率；越低说明模型越不确定</translation>
    </message>
    <message>
        <source>Logprob</source>
        <translation>Logprob</translation>
    </message>
    <message>
        <source>Why the row is worth a look</source>
        <translation>该行值得查看的原因</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>The last thing the user said</source>
        <translation>用户的最后一句话</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Version of the model that answered</source>
        <translation>给出回复的模型版本</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>How long the answer took</source>
        <translation>回复耗时</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>延迟</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::QueueView</name>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::ReadOnlyText</name>
    <message>
        <source>Show more</source>
        <translation>显示更多</translation>
    </message>
    <message>
        <source>Show more of this text</source>
        <translation>显示更多文本</translation>
    </message>
    <message>
        <source>Copy original text</source>
        <translation>复制原文</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::ReadinessController</name>
    <message>
        <source>no store is open</source>
        <translation>没有打开的存储库</translation>
    </message>
    <message>
        <source>the readiness view covers the row, %1 shows it</source>
        <translation>就绪视图遮住了该行，%1 可显示它</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>The picture is saved to %1.</source>
        <translation>图片已保存到 %1。</translation>
    </message>
    <message>
        <source>The picture cannot be saved to %1: %2</source>
        <translation>图片无法保存到 %1：%2</translation>
    </message>
    <message>
        <source>%1 It is tried again by itself.</source>
        <translation>%1将自动重试。</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::ReadinessPanel</name>
    <message>
        <source>✓ promotable</source>
        <translation>✓ 可上线</translation>
    </message>
    <message>
        <source>✗ blocked</source>
        <translation>✗ 受阻</translation>
    </message>
    <message>
        <source>? incomplete</source>
        <translation>? 不完整</translation>
    </message>
    <message>
        <source>Readiness</source>
        <translation>就绪情况</translation>
    </message>
    <message>
        <source>What makes a retraining due</source>
        <translation>再训练的触发条件</translation>
    </message>
    <message>
        <source>Gates of the last candidate</source>
        <translation>最近候选模型的关卡</translation>
    </message>
    <message>
        <source>How honest the sample is</source>
        <translation>样本的可信度</translation>
    </message>
    <message>
        <source>Back to the row (%1)</source>
        <comment>a key</comment>
        <translation>返回该行 (%1)</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>This could not be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>Every row is looked at.</source>
        <translation>每一行都会查看。</translation>
    </message>
    <message>
        <source>No row has a time</source>
        <translation>没有带时间的行</translation>
    </message>
    <message>
        <source>The days of the log stand here once a log with times is imported.</source>
        <translation>导入带时间的日志后，此处显示日志的每一天。</translation>
    </message>
    <message>
        <source>No row has a logprob</source>
        <translation>没有带 logprob 的行</translation>
    </message>
    <message>
        <source>How sure the model was stands here once a log with response_logprob is imported.</source>
        <translation>导入带 response_logprob 的日志后，此处显示模型的把握程度。</translation>
    </message>
    <message>
        <source>Readiness: a retraining is due</source>
        <translation>就绪情况：该再训练了</translation>
    </message>
    <message>
        <source>Readiness: no retraining is due yet</source>
        <translation>就绪情况：尚不需要再训练</translation>
    </message>
    <message>
        <source>⚠ %1</source>
        <translation>⚠ %1</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>No gate was asked yet. goldpan-cli gate holds the evaluation of a new model against the one before, and keeps the verdict here.</source>
        <translation>尚未检查过关卡。goldpan-cli gate 会把新模型的评测与之前的模型比较，并将结论保存在此。</translation>
    </message>
    <message>
        <source>%1, %2 UTC, asked by %3</source>
        <comment>a model, a time, a person</comment>
        <translation>%1，%2 UTC，由 %3 检查</translation>
    </message>
    <message>
        <source>a model without a name</source>
        <translation>未命名的模型</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a verdict, whose</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The report of the gates cannot be read: %1</source>
        <translation>关卡报告无法读取：%1</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::ResponseView</name>
    <message>
        <source>Response</source>
        <translation>模型回复</translation>
    </message>
    <message>
        <source>The response of the selected row stands here.</source>
        <translation>此处显示所选行的模型回复。</translation>
    </message>
    <message>
        <source>The model answered with an empty text.</source>
        <translation>模型回复为空文本。</translation>
    </message>
    <message>
        <source>reasoning</source>
        <translation>推理</translation>
    </message>
    <message>
        <source>answered with a tool call:</source>
        <translation>以工具调用作答：</translation>
    </message>
    <message>
        <source>output that is no message:</source>
        <translation>非消息输出：</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::ReviewController</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The draft is not on disk yet, this window keeps it and tries again: %1</source>
        <translation>草稿尚未写入磁盘，本窗口会保留并重试：%1</translation>
    </message>
    <message>
        <source>the row could not be read</source>
        <translation>无法读取该行</translation>
    </message>
    <message>
        <source>no row is selected</source>
        <translation>未选中任何行</translation>
    </message>
    <message>
        <source>nothing was done yet</source>
        <translation>尚未执行任何操作</translation>
    </message>
    <message>
        <source>The request id is on the clipboard.</source>
        <translation>请求 ID 已复制到剪贴板。</translation>
    </message>
    <message>
        <source>Done again: %1.</source>
        <translation>已重做：%1。</translation>
    </message>
    <message>
        <source>Taken back: %1.</source>
        <translation>已撤销：%1。</translation>
    </message>
    <message>
        <source>The last correction is this row&apos;s draft now; nothing is saved yet.</source>
        <translation>上一次的更正已成为此行的草稿；尚未保存。</translation>
    </message>
    <message>
        <source>An empty correction cannot be saved. Write the answer, or leave with %1 and discard the row with %2.</source>
        <translation>空的更正无法保存。请写出回复，或按 %1 离开并按 %2 丢弃该行。</translation>
    </message>
    <message>
        <source>The last correction is this row&apos;s draft now; nothing is saved yet. %1 brings your own draft back.</source>
        <translation>上一条更正已成为此行的草稿；尚未保存。按 %1 可恢复您自己的草稿。</translation>
    </message>
    <message>
        <source>The text is the response again. In the queue, %1 brings your draft back.</source>
        <translation>文本已恢复为回复。在队列中按 %1 可恢复您的草稿。</translation>
    </message>
    <message>
        <source>The draft that you typed into had been changed in another window. Your words took its place; %1 brings the other ones back, %2 shows them.</source>
        <translation>您正在编辑的草稿已在另一窗口中更改。现由您的文字取代；%1 可恢复那份草稿，%2 可查看。</translation>
    </message>
    <message>
        <source>Your correction took the place of one by %1. %2 in the queue brings it back.</source>
        <translation>您的更正取代了 %1 的更正。在队列中按 %2 可恢复。</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::ReviewSession</name>
    <message>
        <source>Saving the correction</source>
        <translation>保存更正</translation>
    </message>
    <message>
        <source>Adding the tag</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>Removing the tag</source>
        <translation>移除标签</translation>
    </message>
    <message>
        <source>It was so already: nothing to change.</source>
        <translation>已是如此：无需更改。</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::RowPreview</name>
    <message>
        <source>No rows</source>
        <translation>没有行</translation>
    </message>
    <message>
        <source>%1… (%2 bytes in all)</source>
        <translation>%1…（共 %2 字节）</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::RowText</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::RuleController</name>
    <message>
        <source>no store is open</source>
        <translation>没有打开的存储库</translation>
    </message>
    <message>
        <source>no PII is found at the cursor of the correction</source>
        <translation>更正的光标处没有找到个人信息</translation>
    </message>
    <message>
        <source>no words of the correction are selected</source>
        <translation>未选中更正中的文字</translation>
    </message>
    <message>
        <source>This value is never redacted in this store from now on.</source>
        <translation>从现在起，在此存储库中永不对此值脱敏。</translation>
    </message>
    <message>
        <source>This value was on the list of those that are never redacted, and is off it now.</source>
        <translation>此值原在永不脱敏的列表中，现已移除。</translation>
    </message>
    <message>
        <source>The rule counts from now on. Texts that were stored before stay as they are until goldpan-cli reredact.</source>
        <translation>此规则从现在起生效。之前存储的文本保持不变，直到运行 goldpan-cli reredact。</translation>
    </message>
    <message>
        <source>The redaction rules were changed since, and stay as they are: goldpan-cli rules shows them.</source>
        <translation>脱敏规则在此之后已更改，现保持不变：可用 goldpan-cli rules 查看。</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>The store is busy: this is done as soon as it is free. Esc gives it up.</source>
        <translation>存储库正忙：一空闲就会执行。按 Esc 放弃。</translation>
    </message>
    <message>
        <source>The redaction rules are what they were before. The store&apos;s history of its rules keeps what they were meanwhile.</source>
        <translation>脱敏规则已恢复原状。存储库的规则历史仍保留期间的规则。</translation>
    </message>
    <message>
        <source>the store has this rule already</source>
        <translation>存储库已有这条规则</translation>
    </message>
    <message>
        <source>the rule would not find these words where they stand; select whole words, and no placeholder</source>
        <translation>规则在原处找不到这些文字；请选择完整的词，且不要包含占位符</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::SamplingText</name>
    <message>
        <source>%1 %</source>
        <comment>a share</comment>
        <translation>%1 %</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 row(s) read, %3 of them kept because they matter</source>
        <comment>a rule of sampling</comment>
        <translation>
            <numerusform>%1：读取 %2 行，其中 %3 行因重要而保留</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; there were no healthy ones.</source>
        <translation>%1；没有正常的行。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>rows that were kept, of all healthy ones</comment>
        <translation>%2 中的 %1</translation>
    </message>
    <message>
        <source>%1; of the healthy ones %2 were to be kept, and %3 were (%4).</source>
        <translation>%1；正常的行应保留 %2，实际保留 %3（%4）。</translation>
    </message>
    <message>
        <source>%1; of the healthy ones %2 were kept (%3).</source>
        <translation>%1；正常的行保留了 %2（%3）。</translation>
    </message>
    <message>
        <source>Nothing was sampled out: the store holds every row that was imported.</source>
        <translation>没有行被抽样舍去：存储库保存了导入的每一行。</translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s) are not in the store; %2 of them are held for feedback and drift events.</source>
        <translation>
            <numerusform>%1 行不在存储库中；其中 %2 行暂存以备反馈和漂移事件。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s) came in by a late event, %2 were lost to sampling: an event spoke of them when they had gone.</source>
        <translation>
            <numerusform>%1 行因迟到的事件而补入，%2 行因抽样而丢失：事件提到它们时已不在。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>goldpan::ui::SavedQueueController</name>
    <message>
        <source>no store is open</source>
        <translation>没有打开的存储库</translation>
    </message>
    <message>
        <source>no queue is saved yet, Queue &gt; Save this queue names one</source>
        <translation>尚未保存任何队列，可通过“队列 &gt; 保存此队列”命名一个</translation>
    </message>
    <message>
        <source>only one queue is saved, Queue &gt; Save this queue names another</source>
        <translation>只保存了一个队列，可通过“队列 &gt; 保存此队列”再命名一个</translation>
    </message>
    <message>
        <source>Renamed.</source>
        <translation>已重命名。</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>Deleted. The window offers to put it back.</source>
        <translation>已删除。可在主窗口中恢复。</translation>
    </message>
    <message>
        <source>The saved queue “%1” was deleted.</source>
        <translation>已保存队列“%1”已删除。</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Replaced. The window offers to put the earlier one back.</source>
        <translation>已替换。可在主窗口中恢复原来的队列。</translation>
    </message>
    <message>
        <source>The saved queue “%1” was replaced.</source>
        <translation>已保存队列“%1”已被替换。</translation>
    </message>
    <message>
        <source>Put the earlier one back</source>
        <translation>恢复原来的队列</translation>
    </message>
    <message>
        <source>Replaced; PII in its name was redacted. The window offers to put the earlier one back.</source>
        <translation>已替换；名称中的个人信息已脱敏。可在主窗口中恢复原来的队列。</translation>
    </message>
    <message>
        <source>Saved; PII in its name was redacted.</source>
        <translation>已保存；名称中的个人信息已脱敏。</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::SavedQueuesDialog</name>
    <message>
        <source>New name</source>
        <translation>新名称</translation>
    </message>
    <message>
        <source>log order</source>
        <translation>日志顺序</translation>
    </message>
    <message>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>logprob</source>
        <translation>logprob</translation>
    </message>
    <message>
        <source>latency</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>%1, from the end</source>
        <translation>%1，倒序</translation>
    </message>
    <message>
        <source>Saved queues</source>
        <translation>已保存队列</translation>
    </message>
    <message>
        <source>Name for the queue that is shown</source>
        <translation>当前队列的名称</translation>
    </message>
    <message>
        <source>name, then Enter</source>
        <translation>名称，然后按 Enter</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save the queue that is shown</source>
        <translation>保存当前队列</translation>
    </message>
    <message>
        <source>&amp;Name for the queue that is shown</source>
        <translation>当前队列的名称(&amp;N)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Sho&amp;w</source>
        <translation>显示(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>重命名(&amp;R)</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>下移(&amp;D)</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>删除(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Filter: %1 · by %2</source>
        <translation>筛选：%1 · 排序：%2</translation>
    </message>
    <message>
        <source>all rows</source>
        <translation>所有行</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::Scope</name>
    <message>
        <source>in the queue</source>
        <translation>在队列中</translation>
    </message>
    <message>
        <source>in the queue and in read-only text</source>
        <translation>在队列和只读文本中</translation>
    </message>
    <message>
        <source>in the editor</source>
        <translation>在编辑器中</translation>
    </message>
    <message>
        <source>anywhere</source>
        <translation>任意位置</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::SettingsController</name>
    <message>
        <source>The path of that folder holds PII, so it is not kept in the settings.</source>
        <translation>该文件夹的路径含有个人信息，因此不保存到设置中。</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::SettingsDialog</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>This store</source>
        <translation>当前存储库</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::StateLine</name>
    <message>
        <source>%1 UTC</source>
        <translation>%1 UTC</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>未修改</translation>
    </message>
    <message>
        <source>draft · not yet durable</source>
        <translation>草稿 · 尚未落盘</translation>
    </message>
    <message>
        <source>draft · durable %1</source>
        <translation>草稿 · 已落盘 %1</translation>
    </message>
    <message>
        <source>draft · durable</source>
        <translation>草稿 · 已落盘</translation>
    </message>
    <message>
        <source>saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>✓ saved %1</source>
        <translation>✓ 已保存 %1</translation>
    </message>
    <message>
        <source>✓ saved</source>
        <translation>✓ 已保存</translation>
    </message>
    <message>
        <source>⚠ not saved, the text is a draft again</source>
        <translation>⚠ 未保存，文本恢复为草稿</translation>
    </message>
    <message>
        <source>⚠ not saved, the text is a draft again: %1</source>
        <translation>⚠ 未保存，文本恢复为草稿：%1</translation>
    </message>
    <message>
        <source>no PII</source>
        <translation>无个人信息</translation>
    </message>
    <message>
        <source>no PII found</source>
        <translation>未发现个人信息</translation>
    </message>
    <message>
        <source>⚠ %1</source>
        <translation>⚠ %1</translation>
    </message>
    <message>
        <source>empty: cannot be saved</source>
        <translation>空：无法保存</translation>
    </message>
    <message>
        <source>line ends are LF now</source>
        <translation>换行符已统一为 LF</translation>
    </message>
    <message>
        <source>State of the correction</source>
        <translation>更正的状态</translation>
    </message>
    <message>
        <source>⚠ PII was redacted: export holds it back until saved again, %1</source>
        <translation>⚠ 个人信息已脱敏：再次保存 (%1) 之前不会导出</translation>
    </message>
    <message>
        <source>identical to the response: %1 accepts</source>
        <translation>与模型回复相同：按 %1 接受</translation>
    </message>
    <message>
        <source>redacted: export waits for %1 and %2</source>
        <comment>keys of redact and save</comment>
        <translation>已脱敏：按 %1 和 %2 之前不会导出</translation>
    </message>
    <message>
        <source>⚠ %1 saved a correction %2: saving replaces it, the history keeps it</source>
        <translation>⚠ %1 已于 %2 保存更正：保存将取代它，历史中仍会保留</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::StatusController</name>
    <message>
        <source>drift window #%1: trained on with batch %2</source>
        <translation>漂移窗口 #%1：已用批次 %2 训练</translation>
    </message>
    <message>
        <source>drift window #%1: %2 of %3 corrected</source>
        <translation>漂移窗口 #%1：已更正 %2/%3</translation>
    </message>
    <message>
        <source>%1, %2 short</source>
        <translation>%1，还差 %2</translation>
    </message>
    <message>
        <source>%1 · %2 corrected today (UTC)</source>
        <translation>%1 · 今日 (UTC) 已更正 %2</translation>
    </message>
    <message>
        <source>%1 · %2/min</source>
        <translation>%1 · %2/分钟</translation>
    </message>
    <message numerus="yes">
        <source>%1 unreviewed + %2 corrected + %3 accepted + %4 discarded + %5 deferred = %6 row(s)</source>
        <translation>
            <numerusform>%1 未审核 + %2 已更正 + %3 已接受 + %4 已丢弃 + %5 已暂缓 = %6 行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>goldpan::ui::StoreHistory</name>
    <message>
        <source>History of the store</source>
        <translation>存储库历史</translation>
    </message>
    <message>
        <source>Acts, newest first</source>
        <translation>操作，最新的在前</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>When (UTC)</source>
        <translation>时间 (UTC)</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作者</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Show older acts</source>
        <translation>显示更早的操作</translation>
    </message>
    <message>
        <source>Do this act again</source>
        <translation>重做此操作</translation>
    </message>
    <message>
        <source>Undo this act</source>
        <translation>撤销此操作</translation>
    </message>
    <message>
        <source>Choose act %1 itself to undo it or to do it again.</source>
        <translation>请选择操作 %1 本身来撤销或重做。</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::SuggestionController</name>
    <message>
        <source>no row is selected</source>
        <translation>未选中任何行</translation>
    </message>
    <message>
        <source>this row has no suggestion</source>
        <translation>此行没有建议</translation>
    </message>
    <message>
        <source>✦ suggestion</source>
        <translation>✦ 建议</translation>
    </message>
    <message>
        <source>✦ suggestion · %1</source>
        <translation>✦ 建议 · %1</translation>
    </message>
    <message>
        <source>Take the suggestion into the editor</source>
        <translation>将建议填入编辑器</translation>
    </message>
    <message>
        <source>Take the suggestion into the editor, key %1</source>
        <translation>将建议填入编辑器，按键 %1</translation>
    </message>
    <message>
        <source>The suggestion is in the editor already.</source>
        <translation>建议已在编辑器中。</translation>
    </message>
    <message>
        <source>The suggestion is this row&apos;s draft now; nothing is saved yet. %1 goes to it, and Ctrl+Z there takes it back.</source>
        <translation>建议已成为此行的草稿；尚未保存。按 %1 前往编辑，在那里按 Ctrl+Z 可还原。</translation>
    </message>
    <message>
        <source>The suggestion is this row&apos;s draft now; nothing is saved yet. %1 brings your own draft back.</source>
        <translation>建议已成为此行的草稿；尚未保存。按 %1 可恢复您自己的草稿。</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::TagStrip</name>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>+ tag</source>
        <translation>+ 标签</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>新标签</translation>
    </message>
    <message>
        <source>tag, then Enter</source>
        <translation>标签，然后按 Enter</translation>
    </message>
    <message>
        <source>Remove tag %1</source>
        <translation>移除标签 %1</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::TextFindings</name>
    <message numerus="yes">
        <source>%n PII found (%1)</source>
        <comment>pieces of PII, their kinds</comment>
        <translation>
            <numerusform>发现 %n 处个人信息（%1）</numerusform>
        </translation>
    </message>
    <message>
        <source>placeholder %1 broken</source>
        <translation>占位符 %1 损坏</translation>
    </message>
    <message>
        <source>placeholder %1 dropped</source>
        <translation>占位符 %1 缺失</translation>
    </message>
    <message>
        <source>placeholder %1 not in the conversation</source>
        <translation>占位符 %1 不在对话中</translation>
    </message>
    <message>
        <source>a broken placeholder: it should read [%1].</source>
        <translation>占位符损坏：应为 [%1]。</translation>
    </message>
    <message>
        <source>the response has [%1] here and the correction has it nowhere.</source>
        <translation>模型回复此处有 [%1]，更正中却没有。</translation>
    </message>
    <message>
        <source>neither the conversation nor the response has [%1].</source>
        <translation>对话和模型回复中都没有 [%1]。</translation>
    </message>
    <message>
        <source>%1: saving redacts it. %2 redacts it now.</source>
        <translation>%1：保存时会脱敏。按 %2 立即脱敏。</translation>
    </message>
    <message>
        <source>invisible %1</source>
        <comment>characters such as U+202E</comment>
        <translation>不可见字符 %1</translation>
    </message>
    <message>
        <source>%1, which nobody sees, changes the order in which the text is shown. Delete removes it.</source>
        <translation>%1 不可见，会改变文字的显示顺序。按 Delete 删除。</translation>
    </message>
    <message>
        <source>%1, found by the rule %2: saving redacts it. %3 redacts it now.</source>
        <translation>%1，由规则 %2 找到：保存时会脱敏。按 %3 立即脱敏。</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::Timeline</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 row(s), %3 low confidence, %4 negative</source>
        <translation>
            <numerusform>%1：%2 行，%3 低置信度，%4 负反馈</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2 of them stored)</source>
        <translation>%1（其中存储 %2 行）</translation>
    </message>
    <message numerus="yes">
        <source>%1 stored row(s) far outside these days: not drawn</source>
        <translation>
            <numerusform>另有 %1 个存储行的日期远在此范围之外，未绘出</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open drift window(s)</source>
        <translation>
            <numerusform>%n 个未完成的漂移窗口</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n trained drift window(s)</source>
        <translation>
            <numerusform>%n 个已训练的漂移窗口</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>a share</comment>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::TimelineChart</name>
    <message>
        <source>Rows of the log over time</source>
        <translation>日志各时段的行数</translation>
    </message>
    <message>
        <source>share in %</source>
        <translation>占比 %</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>drift, trained</source>
        <translation>漂移，已训练</translation>
    </message>
    <message>
        <source>drift, open</source>
        <translation>漂移，未完成</translation>
    </message>
    <message>
        <source>low confidence</source>
        <translation>低置信度</translation>
    </message>
    <message>
        <source>negative</source>
        <translation>负反馈</translation>
    </message>
    <message>
        <source>rows a day, %1 to %2 (UTC)</source>
        <translation>每天行数，%1 至 %2 (UTC)</translation>
    </message>
    <message>
        <source>rows a week, %1 to %2 (UTC)</source>
        <translation>每周行数，%1 至 %2 (UTC)</translation>
    </message>
    <message>
        <source>rows a month, %1 to %2 (UTC)</source>
        <translation>每月行数，%1 至 %2 (UTC)</translation>
    </message>
    <message>
        <source>rows a year, %1 to %2 (UTC)</source>
        <translation>每年行数，%1 至 %2 (UTC)</translation>
    </message>
    <message>
        <source>rows a century, %1 to %2 (UTC)</source>
        <translation>每世纪行数，%1 至 %2 (UTC)</translation>
    </message>
    <message>
        <source>%1 · drift window #%2</source>
        <translation>%1 · 漂移窗口 #%2</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n drift window(s)</source>
        <translation>
            <numerusform>%1 · %n 个漂移窗口</numerusform>
        </translation>
    </message>
    <message>
        <source>Rows of %1</source>
        <translation>%1 的行</translation>
    </message>
    <message>
        <source>Low confidence of %1</source>
        <translation>%1 的低置信度行</translation>
    </message>
    <message>
        <source>Negative feedback of %1</source>
        <translation>%1 的负反馈行</translation>
    </message>
    <message>
        <source>Drift window #%1</source>
        <translation>漂移窗口 #%1</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::TokenController</name>
    <message>
        <source>no row is selected</source>
        <translation>未选中任何行</translation>
    </message>
    <message>
        <source>There is no placeholder in this row.</source>
        <translation>此行没有占位符。</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::TokenWords</name>
    <message>
        <source>e-mail addresses</source>
        <translation>电子邮件地址</translation>
    </message>
    <message>
        <source>social security numbers</source>
        <translation>社会安全号码</translation>
    </message>
    <message>
        <source>phone numbers</source>
        <translation>电话号码</translation>
    </message>
    <message>
        <source>card numbers</source>
        <translation>银行卡号</translation>
    </message>
    <message>
        <source>bank account numbers (IBAN)</source>
        <translation>银行账号（IBAN）</translation>
    </message>
    <message>
        <source>IP addresses</source>
        <translation>IP 地址</translation>
    </message>
    <message>
        <source>keys, passwords and other secrets</source>
        <translation>密钥、密码和其他机密</translation>
    </message>
    <message>
        <source>passport numbers</source>
        <translation>护照号码</translation>
    </message>
    <message>
        <source>driver&apos;s licence numbers</source>
        <translation>驾驶证号码</translation>
    </message>
    <message>
        <source>numbers that a state gives its people</source>
        <translation>国家颁发的个人号码</translation>
    </message>
    <message>
        <source>postal addresses</source>
        <translation>邮寄地址</translation>
    </message>
    <message>
        <source>%1: a text that could not be redacted was dropped whole.</source>
        <translation>%1：无法脱敏的文本已整体删除。</translation>
    </message>
    <message>
        <source>%1: this store&apos;s own rule %2.</source>
        <translation>%1：此存储库的自定义规则 %2。</translation>
    </message>
    <message>
        <source>%1: %2; the rule %3 is switched off in this store.</source>
        <translation>%1：%2；规则 %3 在此存储库中已关闭。</translation>
    </message>
    <message>
        <source>%1: %2, rule %3 %4.</source>
        <translation>%1：%2，规则 %3 %4。</translation>
    </message>
    <message>
        <source>%1: no rule of this store; it came with the log.</source>
        <translation>%1：不是此存储库的规则；它来自日志。</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::TranscriptView</name>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>The conversation of the selected row stands here.</source>
        <translation>此处显示所选行的对话。</translation>
    </message>
    <message>
        <source>⚠ messages and prompt of this row disagree; messages are shown</source>
        <translation>⚠ 此行的 messages 与 prompt 不一致；显示的是 messages</translation>
    </message>
</context>
<context>
    <name>goldpan::ui::TriggerModel</name>
    <message>
        <source>Drift</source>
        <translation>漂移</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>定期</translation>
    </message>
    <message>
        <source>Failure cluster</source>
        <translation>失败聚类</translation>
    </message>
    <message>
        <source>#%1 · %2</source>
        <comment>number of a drift window, its time</comment>
        <translation>#%1 · %2</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1</translation>
    </message>
    <message>
        <source>trained</source>
        <translation>已训练</translation>
    </message>
    <message>
        <source>due</source>
        <translation>已到期</translation>
    </message>
    <message>
        <source>%1 short</source>
        <comment>rows or days that are missing</comment>
        <translation>还差 %1</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>%1/%2</source>
        <comment>rows or days that are there, that are needed</comment>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation>触发条件</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>已收集</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
</TS>
