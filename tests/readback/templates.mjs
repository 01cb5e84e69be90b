// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// templates.mjs FOLDER: every chat row rendered by a ChatML template, and those for Mistral by one that raises where
// the turns are out of order, with Hugging Face's template engine.
import { expectSame, finish, packageNamed, rowsOf } from "./support.mjs";

const { Template } = await packageNamed("@huggingface/jinja");
const chatml = new Template(`{% for m in messages %}<|im_start|>{{ m.role }}
{% if m.content %}{{ m.content }}{% endif %}{% if m.tool_calls %}{% for c in m.tool_calls %}<call>{{ c.function.name }} {{ c.function.arguments | tojson }}</call>{% endfor %}{% endif %}<|im_end|>
{% endfor %}`);
const strict = new Template(`{% set state = namespace(next='user') %}{% for m in messages %}{% if m.role == 'system' %}
{% if not loop.first %}{{ raise_exception('a system message in the middle') }}{% endif %}<s>{{ m.content }}
{% elif m.role == 'user' %}{% if state.next != 'user' %}{{ raise_exception('a user out of turn') }}{% endif %}[INST]{{ m.content }}[/INST]{% set state.next = 'assistant' %}
{% elif m.role == 'tool' %}{% if state.next != 'tool' %}{{ raise_exception('a tool out of turn') }}{% endif %}
{% if m.tool_call_id | length != 9 %}{{ raise_exception('an id of other than nine characters') }}{% endif %}[TOOL]{{ m.content }}
{% elif m.role == 'assistant' %}{% if state.next == 'user' %}{{ raise_exception('an answer out of turn') }}{% endif %}
{% if m.tool_calls %}{% set state.next = 'tool' %}[CALLS]{{ m.tool_calls | tojson }}{% else %}{% set state.next = 'user' %}{{ m.content }}</s>{% endif %}
{% else %}{{ raise_exception('a role that it does not know') }}{% endif %}{% endfor %}`);

const dialogues = {
  sft: (row) => [row.messages],
  openai: (row) => [row.messages],
  mistral: (row) => [row.messages],
  "prompt-completion": (row) => [[...row.prompt, ...row.completion]],
  kto: (row) => [[...row.prompt, ...row.completion]],
  dpo: (row) => [[...row.prompt, ...row.chosen], [...row.prompt, ...row.rejected]],
  "openai-dpo": (row) => [[...row.input.messages, ...row.preferred_output], [...row.input.messages, ...row.non_preferred_output]],
};

function renders(template, messages) {
  try {
    const text = template.render({ messages });
    return messages.every((m) => !m.content || text.includes(m.content)) ? "" : "a text is missing";
  } catch (problem) {
    return problem.message;
  }
}

for (const kind of ["plain", "tools"]) {
  for (const [format, turnsOf] of Object.entries(dialogues)) {
    const all = rowsOf(kind, format).flatMap(turnsOf);
    const template = format === "mistral" ? strict : chatml;
    const problems = all.map((messages) => renders(template, messages)).filter((problem) => problem);
    expectSame(problems.length, 0, `${kind}/${format} ${problems[0]}`);
    expectSame(all.length > 0, true, `${kind}/${format} has rows`);
    const passed = all.filter((messages) => !renders(strict, messages)).length;
    console.log(`${kind}/${format}: ${all.length} dialogues, ${passed} of them in strict order`);
  }
}
// The strict one is strict.
expectSame(renders(strict, [{ role: "user", content: "a" }, { role: "user", content: "b" }]) !== "", true, "two users");
finish();
