import { settle } from './holdings.js';
import { climateTopics } from './topics-climate.js';
import { disasterTopics } from './topics-disaster.js';
import { humanitiesTopics } from './topics-humanities.js';
import { oceanTopics } from './topics-ocean.js';
import { scienceTopics } from './topics-science.js';
import type { WorldWork } from './types.js';
import { topicWorks } from './works-from-topics.js';
import { gedWorks } from './works-ged.js';
import { diasWorks } from './works-dias.js';
import { specialWorks } from './works-special.js';

const topics = [...climateTopics, ...oceanTopics, ...disasterTopics, ...scienceTopics, ...humanitiesTopics];

/** Every work of the world: those of the topics, then those that are there for a peculiarity, then those of one platform. */
export const works: readonly WorldWork[] = [...settle(topicWorks(topics)), ...specialWorks, ...diasWorks, ...gedWorks];
