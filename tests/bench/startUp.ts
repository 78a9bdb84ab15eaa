export const startUp = async () => 'later';
