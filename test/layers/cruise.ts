import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { RULES } from './rules.ts';

export interface Violation {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

export interface Cruised {
  readonly modules: ICruiseResult['modules'];
  readonly violations: readonly Violation[];
}

/** Holds the rules against `src` below a folder. Type-only imports count: a type ties two files together too. */
export const cruiseSources = async (baseDir: string): Promise<Cruised> => {
  const { output } = await cruise(['src'], {
    baseDir,
    ruleSet: { forbidden: [...RULES] },
    validate: true,
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    // As Node resolves an `import`: some packages offer nothing but exports for it.
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  });
  if (typeof output === 'string') throw new Error('dependency-cruiser answered with text instead of a result');
  const violations = output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
  return { modules: output.modules, violations };
};
