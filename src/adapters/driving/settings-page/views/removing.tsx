/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { placesWithFiles } from '../warnings.ts';
import { Hidden } from './parts.tsx';
import type { View } from './view.ts';

/** What removing means, before it is done. */
export const Removing = ({ view }: { readonly view: View }) => {
  const { words, section, basePath } = view;
  const { settings, organisation, administrator } = section;
  if (settings === undefined) return null;
  const others = organisation.administrators.filter(({ id }) => id !== administrator.id).map(({ name }) => name);
  return (
    <div class="pb-removing">
      <h3>{words.removing.title}</h3>
      <ul>
        <li>{words.removing.nights}</li>
        <li>{words.removing.password}</li>
        {placesWithFiles(section, settings.fileNames).map(({ destination, files }) => (
          <li>{words.removing.files(destination, words.and(files))}</li>
        ))}
        <li>{others.length === 0 ? words.messages.toldNobody : words.removing.told(words.and(others))}</li>
      </ul>
      <form method="post" action={`${basePath}/remove#planning-backup`} data-pb="remove">
        <Hidden token={view.token} version={section.state.version} />
        <div class="pb-buttons">
          <button type="submit" class="pb-danger">
            {words.removing.confirm}
          </button>
          <a class="pb-button pb-secondary" href={basePath === '' ? '/' : basePath}>
            {words.actions.keep}
          </a>
        </div>
      </form>
    </div>
  );
};
