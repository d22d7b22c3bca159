/** A policy in plain words, with what cannot work in it: how a group checks what it wrote. */
import type { Config } from '../config/config.js';
import { type Policy, type Role, ruleOf } from '../config/policy.js';
import { nearest } from '../lint/nearest.js';
import type { PlainOutline } from '../report/outline.js';
import { untitled } from '../report/parts.js';
import type { Phrase } from '../report/phrase.js';
import { grouped } from '../report/tally.js';
import {
  AUTHORS_DO_NOT_COUNT,
  majorSentence,
  NOBODY_MINUTES,
  organisationSentence,
  POLICY_TITLES,
  policyHeadline,
  policySource,
  roleSentence,
  speakersSentence,
  TEAMS_UNKNOWN,
  tooFewSentence,
  trackSentence,
  UNDECIDED_COUNTS,
  unknownCmsSentence,
  unspokenSentence,
} from './policy-sentences.js';
import { HOW_TO_NAME } from './sentences.js';

/** What of the configuration the policy is read with. */
export type PolicySetting = Pick<Config, 'approval' | 'changeTypes' | 'targets'>;

/** Where the policy stands. */
export interface PolicySource {
  readonly revision: string;
  readonly file: string;
}

/** The policy as a report. */
export function policyOutline(setting: PolicySetting, { revision, file }: PolicySource): PlainOutline {
  const { people, teams, commentDays } = setting.approval;
  const faults = policyFaults(setting);
  const organisations = organisationsOf(setting.approval);
  const tracks = [...tracksByRule(setting).values()].map((own) =>
    trackSentence(own, ruleOf(setting.approval, own[0] ?? '')),
  );
  const speakers = cmsOf(setting).map((cms) => speakersSentence(cms, speakersFor(cms, setting.approval)));
  const roles = (['chair', 'secretary'] as const).map((role) => roleSentence(role, namesWith(role, setting.approval)));
  return {
    mark: faults.length === 0 ? '✔' : '✘',
    verdict: faults.length === 0 ? 'fine' : 'mend',
    headline: policyHeadline(people.length, teams.length, organisations.length),
    about: policySource(revision, file),
    sections: [
      section(POLICY_TITLES.faults, faults),
      section(
        POLICY_TITLES.people,
        organisations.map((own) =>
          organisationSentence(
            own,
            people.filter(({ organisation }) => organisation === own),
            teams.filter(({ organisation }) => organisation === own),
          ),
        ),
      ),
      section(POLICY_TITLES.tracks, [...tracks, majorSentence(commentDays), UNDECIDED_COUNTS]),
      section(POLICY_TITLES.cms, speakers),
      section(POLICY_TITLES.roles, people.length > 0 ? roles : []),
      section(POLICY_TITLES.remarks, remarks(setting)),
    ].filter(({ parts }) => parts.length > 0),
  };
}

/** What no proposal could ever meet. Of teams nobody here knows how many they are. */
export function policyFaults(setting: PolicySetting): readonly Phrase[] {
  const { approval } = setting;
  if (approval.people.length + approval.teams.length === 0) return isAnybodyAsked(setting) ? [HOW_TO_NAME] : [];
  return [...tooFew(setting), ...unspoken(setting)];
}

function tooFew(setting: PolicySetting): Phrase[] {
  const { approval } = setting;
  if (approval.teams.length > 0) return [];
  const organisations = organisationsOf(approval).length;
  const there = { members: approval.people.length, organisations, cms: false };
  return [...tracksByRule(setting).values()].flatMap((own) => {
    const rule = ruleOf(approval, own[0] ?? '');
    const isEnough = rule.members <= there.members && rule.organisations <= organisations;
    return isEnough ? [] : [tooFewSentence(own, rule, there)];
  });
}

function unspoken(setting: PolicySetting): Phrase[] {
  const tracks = tracksOf(setting).filter((track) => ruleOf(setting.approval, track).cms);
  if (tracks.length === 0) return [];
  const silent = cmsOf(setting).filter((cms) => speakersFor(cms, setting.approval).length === 0);
  return silent.map((cms) => unspokenSentence(cms, tracks));
}

function remarks(setting: PolicySetting): Phrase[] {
  const { approval } = setting;
  const known = cmsOf(setting);
  const voices = [...approval.people, ...approval.teams.map(({ team, ...rest }) => ({ name: team, ...rest }))];
  const strange = voices.flatMap(({ name, speaksFor }) =>
    speaksFor.filter((cms) => !known.includes(cms)).map((cms) => unknownCmsSentence(name, cms, nearest(cms, known))),
  );
  const isAway = approval.people.some(({ login }) => login === '');
  const mayMinute = approval.people.some(({ roles }) => roles.length > 0);
  const needsAll = tracksOf(setting).some((track) => ruleOf(approval, track).members >= approval.people.length);
  return [
    ...strange,
    ...(isAway && !mayMinute ? [NOBODY_MINUTES] : []),
    ...(approval.teams.length > 0 ? [TEAMS_UNKNOWN] : []),
    ...(approval.people.length > 0 && approval.teams.length === 0 && needsAll ? [AUTHORS_DO_NOT_COUNT] : []),
  ];
}

function isAnybodyAsked(setting: PolicySetting): boolean {
  const rules = tracksOf(setting).map((track) => ruleOf(setting.approval, track));
  return rules.some(({ members, organisations, cms }) => members > 0 || organisations > 0 || cms);
}

function tracksOf({ changeTypes }: PolicySetting): readonly string[] {
  return ['cosmetic', 'documentation', ...changeTypes];
}

/** Tracks with the same rule stand together. */
function tracksByRule(setting: PolicySetting): Map<string, string[]> {
  return grouped(tracksOf(setting), (track) => {
    const { members, organisations, cms } = ruleOf(setting.approval, track);
    return JSON.stringify([members, organisations, cms]);
  });
}

function organisationsOf({ people, teams }: Policy): readonly string[] {
  return [...new Set([...people, ...teams].map(({ organisation }) => organisation))];
}

function cmsOf({ targets }: PolicySetting): readonly string[] {
  return [...new Set(targets.map((target) => target.split('.')[0] ?? target))];
}

function speakersFor(cms: string, { people, teams }: Policy): readonly string[] {
  const speaks = ({ speaksFor }: { readonly speaksFor: readonly string[] }) => speaksFor.includes(cms);
  return [...people.filter(speaks).map(({ name }) => name), ...teams.filter(speaks).map(({ team }) => team)];
}

function namesWith(role: Role, { people }: Policy): readonly string[] {
  return people.filter(({ roles }) => roles.includes(role)).map(({ name }) => name);
}

function section(title: string, sentences: readonly Phrase[]): PlainOutline['sections'][number] {
  return { title, summary: [], parts: untitled(sentences) };
}
