import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import type { Page, PageRequest } from '@roadbook/questions';
import { EnvironmentsAt } from './environments-at.js';
import { settingViews } from './views.js';
import type { SettingEverywhereView } from './views.js';

/** The settings of a project in the order of their keys, each with what it has in every environment. */
export class ListSettings extends Query<Page<SettingEverywhereView>> {
  constructor(
    readonly project: string,
    readonly page: PageRequest,
  ) {
    super();
  }
}

@QueryHandler(ListSettings)
export class ListSettingsHandler implements IQueryHandler<ListSettings> {
  constructor(private readonly environments: EnvironmentsAt) {}

  /** @throws UnknownProject */
  async execute({ project, page }: ListSettings): Promise<Page<SettingEverywhereView>> {
    const rows = await this.environments.rows(project);
    const settings = rows.map((row) => ({
      environment: row.environment,
      byKey: new Map(settingViews(row).map((one) => [one.setting, one])),
    }));
    const after = page.after?.[0];
    const declared = new Map(rows[0]?.scopes.map(({ setting, scope }) => [setting, scope]));
    const keys = [
      ...new Set([...declared.keys(), ...settings.flatMap(({ byKey }) => [...byKey.keys()])]),
    ]
      .sort()
      .filter((key) => after === undefined || key > String(after));
    const items = keys.slice(0, page.limit).map((setting) => ({
      setting,
      scope: declared.get(setting) ?? ('behaviour' as const),
      environments: settings.flatMap(({ environment, byKey }) => {
        const one = byKey.get(setting);
        if (!one) return [];
        const { setting: _, scope: __, ...held } = one;
        return [{ environment, ...held }];
      }),
    }));
    const last = items.at(-1)?.setting;
    return keys.length > items.length && last !== undefined ? { items, next: [last] } : { items };
  }
}
