import type { goals as english } from '../en/goals.ts';

export const goals = {
  'goals.title': 'أهدافي',
  'refusal.goal.notYours': 'لا يغيّر الهدف إلا صاحبه.',
  'refusal.goal.closed': 'هذا الهدف مغلق. أعد فتحه لتواصل العمل عليه.',
  'refusal.goal.idTaken': 'حُفظ شيء آخر هنا من قبل. افتح نموذجاً جديداً.',
  'refusal.goal.notInTeam': 'أحد من اخترتهم لم يعد في هذا الفريق. اختر من جديد.',
  'refusal.goal.supportsSelf': 'هذا هدفك أنت. اختر آخرين ليدعموك.',
  'refusal.goal.notSupporter': 'هذا لمن يدعمون الهدف.',
  'refusal.goal.commentNotYours': 'لا يزيله إلا من كتبه أو صاحب الهدف.',
  'refusal.goal.ownAsk': 'هذا طلبك أنت.',
  'refusal.goal.helpersFull': 'عرض كثيرون المساعدة حتى لم يبقَ مكان.',
  'refusal.goal.evidenceNotAboutYou': 'اختر شكراً وُجّه إليك.',
  'refusal.goal.evidenceFull': 'يتسع الهدف لاثني عشر شكراً. أزل واحداً أولاً.',
  'refusal.goal.reopenedOften': 'أُعيد فتح هذا الهدف عشر مرات. ابدأ هدفاً جديداً.',
} satisfies Record<keyof typeof english, string>;
