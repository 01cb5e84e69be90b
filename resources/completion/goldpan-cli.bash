# SPDX-FileCopyrightText: Goldpan contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Bash completion of goldpan-cli: copy or link it to /usr/share/bash-completion/completions/goldpan-cli.

_goldpan_cli() {
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} verb=${COMP_WORDS[1]}
    local words
    COMPREPLY=()
    if ((COMP_CWORD == 1)); then
        words='import profiles watch log drift feedback tag queue show correct review undo redo history corrections suggestions export verify
            readiness gate retrain redact rules reredact policy index stats check backup -h --version'
        mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur")
        return
    fi
    case $prev in
        --keep)
            [[ $verb == export ]] && return # ids of rows, with reasons
            words='all budget'
            ;;
        --format) words='sft prompt-completion dpo kto openai openai-dpo sharegpt alpaca mistral log' ;;
        --source) words='operator model' ;;
        --exclude) words='duplicate contaminated conflict identical stop_token too_long broken_token' ;;
        --order) words='log ts logprob latency -log -ts -logprob -latency' ;;
        --filter) words='tag: is:low-confidence is:flagged is:draft is:pii state:unreviewed state:corrected
            state:accepted state:discarded state:deferred model: similar: drift:last logprob:none' ;;
        --operator | --jobs | --at | --now | --window | --model | --model-version | --text | --reason | --act | --limit | --tag | --tags | \
            --max-tokens | --split | --seed | --rate | --rotate-mb | --rotate-minutes | --fsync-ms) return ;;
    esac
    if [[ -n $words ]]; then
        [[ $prev == --filter ]] && compopt -o nospace
        mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur")
        return
    fi
    if [[ $cur == -* ]]; then
        case $verb in
            import) words='--profile --with --keep --rules --user-key --new-user-key --jobs --operator' ;;
            profiles) words='--profile --with --rows' ;;
            watch) words='--once --keep --rules --user-key --new-user-key --operator' ;;
            log) words='--out --rate --rotate-mb --rotate-minutes --fsync-ms --rules --user-key --new-user-key --drop
                --acks' ;;
            drift) words='--at --event --window --model-version --operator' ;;
            feedback | policy | rules | redo) words='--operator' ;;
            tag | review) words='--filter --operator' ;;
            queue) words='--filter --order --limit' ;;
            correct) words='--text --text-file --source --operator' ;;
            undo) words='--act --operator' ;;
            corrections | suggestions) words='--operator' ;;
            export) words='--out --format --tags --tag --filter --exclude --gold --max-tokens --keep --split --seed
                --redact-corrections --tool-rows --dry-run --operator' ;;
            verify) words='--store' ;;
            readiness) words='--now --timeline --exit-code' ;;
            gate) words='--candidate --baseline --rules --model --operator' ;;
            retrain) words='--model --reason --operator' ;;
            redact) words='--jsonl --report --rules' ;;
            reredact) words='--rules --preview --confirm --drop --operator' ;;
            index) words='--drop' ;;
        esac
        mapfile -t COMPREPLY < <(compgen -W "$words --json -h" -- "$cur")
        return
    fi
    if ((COMP_CWORD == 3)); then
        case $verb in
            tag) words='add remove' ;;
            review) words='accept discard defer reopen' ;;
            corrections) words='export import' ;;
            suggestions) words=import ;;
            policy | rules) words='get set' ;;
            retrain) words='mark deploy list' ;;
        esac
        if [[ -n $words ]]; then
            mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur")
            return
        fi
    fi
    compopt -o default # files: stores, logs and batches
}

complete -F _goldpan_cli goldpan-cli
