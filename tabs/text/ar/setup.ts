import type { setup as english } from '../en/setup.ts';

export const setup = {
  'setup.title': 'الإعداد',
  'setup.lead': 'ما تحتاجه هذه الخدمة، وهل هو موجود. لا يظهر هنا شيء من أي فريق.',
  'setup.allGood': 'كل شيء موجود.',
  'setup.some':
    '{count, plural, one {أمر واحد يحتاج إلى نظرة.} two {أمران يحتاجان إلى نظرة.} few {# أمور تحتاج إلى نظرة.} many {# أمراً يحتاج إلى نظرة.} other {# أمر يحتاج إلى نظرة.}}',
  'setup.again': 'انظر مرة أخرى',
  'setup.state.good': 'سليم',
  'setup.state.wrong': 'يحتاج إلى نظرة',
  'setup.state.waiting': 'ليس بعد',
  'setup.part.address': 'عنوان علامة التبويب',
  'setup.part.signIn': 'تسجيل الدخول',
  'setup.part.tables': 'الجداول',
  'setup.part.queues': 'قوائم الانتظار',
  'setup.part.exports': 'التصدير الليلي',
  'setup.part.bot': 'البوت',
  'setup.part.teams': 'Teams',
  'setup.heard': 'آخر اتصال في {when}',
  'setup.mend.address': 'لا تصل الخدمة إلى نفسها على هذا العنوان. تحقق من APP_URL وسجلات DNS والشهادة.',
  'setup.mend.signIn': 'لا يجيب Entra. تحقق من AAD_APP_TENANT_IDS ومن أن الشبكة تسمح للخدمة بالخروج.',
  'setup.mend.storage': 'هذا الجزء من حساب التخزين لا يجيب. تحقق من STORAGE_ACCOUNT_NAME وقواعد شبكته.',
  'setup.mend.role': 'لا يُسمح للخدمة بالكتابة هنا. امنح هويتها هذا الدور؛ قد يستغرق وصوله نصف ساعة.',
  'setup.mend.bot':
    'لا يحصل البوت على رمز خاص به، أو لا يجيب Bot Connector. تحقق من BOT_ID و BOT_TENANT_ID و BOT_TYPE ومن أن الهوية تخص التطبيق.',
  'setup.mend.teams':
    'لم يتصل Teams بعد. أضف التطبيق إلى فريق. إن لم يتغير شيء فتحقق من أن عنوان البوت ينتهي بـ /api/messages وأن قناة Teams مفعّلة فيه.',
  'setup.outside.title': 'People Hour يعمل',
  'setup.outside.text': 'تفاصيل الإعداد تظهر للمسؤولين داخل Teams.',
  'setup.outside.open': 'افتح في Teams',
  'setup.outside.good': 'التخزين وتسجيل الدخول و Bot Connector تجيب.',
  'setup.outside.missing': 'لا يجيب بعد: {parts}.',
  'setup.outside.silent': 'لا تقول الخدمة كيف حالها. حاول بعد قليل.',
  'setup.closed':
    'هذه الصفحة للمسؤولين: المسؤول العام أو مسؤول Teams في مؤسستكم، أو من له دور Administrator في تطبيق People Hour في Entra (تطبيقات المؤسسة، المستخدمون والمجموعات).',
} satisfies Record<keyof typeof english, string>;
