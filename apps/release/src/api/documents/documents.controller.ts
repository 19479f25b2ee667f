import { Get, Headers, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { problems } from '@roadbook/http';
import type { FastifyReply } from 'fastify';
import { checklistDocument } from '../../documents/checklist/document.js';
import { checklistMarkdown } from '../../documents/checklist/markdown.js';
import { deploymentLogDocument } from '../../documents/deployment-log/document.js';
import { deploymentLogMarkdown } from '../../documents/deployment-log/markdown.js';
import { rollbackReportDocument } from '../../documents/rollback-report/document.js';
import { rollbackReportMarkdown } from '../../documents/rollback-report/markdown.js';
import { GetChecklist } from '../../queries/documents/get-checklist.js';
import { GetDeploymentLog } from '../../queries/documents/get-deployment-log.js';
import { GetRollbackReport } from '../../queries/documents/get-rollback-report.js';
import { ReleasePath, releasePath } from '../asking/paths.dto.js';
import { answerDocument, pointOf, ReadRoute, Topic, PointQuery } from '@roadbook/api';
import { LogQuery } from '../reading/questions.dto.js';
import { ChecklistDto } from './checklist.dto.js';
import { DeploymentLogDto } from './deployment-log.dto.js';
import { RollbackReportDto } from './rollback-report.dto.js';

@Topic('documents', releasePath)
export class DocumentsController {
  constructor(private readonly queries: QueryBus) {}

  @Get('checklist')
  @ReadRoute({
    operationId: 'getChecklist',
    summary: 'The release checklist, now or as it was',
    description: 'As JSON, or as Markdown with `Accept: text/markdown`.',
    answer: ChecklistDto,
    markdown: '## RELEASE CHECKLIST — v1.4.0\n',
  })
  async checklist(
    @Param() { project, version }: ReleasePath,
    @Query() query: PointQuery,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const asked = new GetChecklist(project, version, pointOf(query));
    const document = checklistDocument(await this.queries.execute(asked));
    return answerDocument(reply, accept, document, checklistMarkdown);
  }

  @Get('deployment-log')
  @ReadRoute({
    operationId: 'getDeploymentLog',
    summary: 'The deployment log of a candidate',
    description: 'As JSON, or as Markdown with `Accept: text/markdown`.',
    answer: DeploymentLogDto,
    markdown: '## DEPLOYMENT LOG — v1.4.0\n',
  })
  async deploymentLog(
    @Param() { project, version }: ReleasePath,
    @Query() query: LogQuery,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const asked = new GetDeploymentLog(project, version, query);
    const { row, log } = await this.queries.execute(asked);
    if (!log) throw problems.notFound(noLog(version, query));
    return answerDocument(reply, accept, deploymentLogDocument(row, log), deploymentLogMarkdown);
  }

  @Get('rollback-report')
  @ReadRoute({
    operationId: 'getRollbackReport',
    summary: 'The report of a rollback',
    description: 'As JSON, or as Markdown with `Accept: text/markdown`.',
    answer: RollbackReportDto,
    markdown: '## ROLLBACK REPORT — v1.4.0\n',
  })
  async rollbackReport(
    @Param() { project, version }: ReleasePath,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const row = await this.queries.execute(new GetRollbackReport(project, version));
    const report = rollbackReportDocument(row);
    if (!report) throw problems.notFound(`${version} is not and was not rolled back`);
    return answerDocument(reply, accept, report, rollbackReportMarkdown);
  }
}

const noLog = (version: string, { candidate }: LogQuery): string =>
  candidate === undefined
    ? `${version} has no such deployment log; a cio prepares it`
    : `${version} has no deployment log for the candidate ${candidate}`;
