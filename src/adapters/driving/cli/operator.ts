/** Whoever runs the program, as the actor of nights and of tests of what is stored; changes are an administrator's. */
export const OPERATOR = 'operator';
